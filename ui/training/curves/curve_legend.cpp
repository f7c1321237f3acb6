#include "ui/training/curves/curve_legend.h"

#include "ui/training/figures/columns_layout.h"

#include <QCheckBox>
#include <QEvent>
#include <QPixmap>

namespace autochrome {

namespace {
constexpr QSize sampleSize(24, 12); // device-independent pixels
}

CurveLegend::CurveLegend(const std::vector<CurveLook>& looks, QWidget* parent)
    : QWidget(parent), looks_(looks)
{
    auto* layout = new ColumnsLayout(this, ColumnsLayout::Width::Least);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (int curve = 0; curve < int(looks.size()); ++curve) {
        auto* box = new QCheckBox(looks[std::size_t(curve)].name);
        box->setChecked(true);
        box->setIconSize(sampleSize);
        box->setAccessibleDescription(tr("Shows or hides this curve."));
        boxes_.push_back(box);
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this,
                [this, curve](bool shown) { Q_EMIT toggled(curve, shown); });
    }
    drawSamples();
}

void CurveLegend::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        drawSamples();
    QWidget::changeEvent(event);
}

void CurveLegend::drawSamples()
{
    for (std::size_t curve = 0; curve < boxes_.size(); ++curve)
        boxes_[curve]->setIcon(
            curveSample(looks_[curve], palette(), sampleSize, devicePixelRatioF()));
}

} // namespace autochrome
