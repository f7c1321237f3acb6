#pragma once

#include "ui/tools/stage_section.h"

namespace autochrome::inline edit {
struct ToneFigures;
} // namespace autochrome::inline edit

namespace autochrome {

class ToneHistogram;

/// The choices for the tones of one photo, below a histogram of what they make of it.
class ToneSection : public StageSection
{
    Q_OBJECT

public:
    explicit ToneSection(QWidget* parent = nullptr);

    void setFigures(const ToneFigures& figures);
    ToneHistogram* histogram() const { return histogram_; }

private:
    ToneHistogram* histogram_;
};

} // namespace autochrome
