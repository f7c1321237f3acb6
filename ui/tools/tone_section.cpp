#include "ui/tools/tone_section.h"

#include "ui/tools/tone_histogram.h"

namespace autochrome {

ToneSection::ToneSection(QWidget* parent)
    : StageSection("tone", parent), histogram_(new ToneHistogram)
{
    rows()->insertWidget(0, histogram_);
}

void ToneSection::setFigures(const ToneFigures& figures)
{
    histogram_->setFigures(figures);
}

} // namespace autochrome
