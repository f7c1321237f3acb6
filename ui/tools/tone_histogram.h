#pragma once

#include "core/edit/tone/lightness_histogram.h"

#include <QWidget>

namespace autochrome {

/// Draws how the L* of the photo is spread: as an area after its tones, as a line before them. A
/// mark at either end, with its own shape, tells that pixels are clipped there. What is drawn is
/// said in words as well, for screen readers and as the tip.
class ToneHistogram : public QWidget
{
    Q_OBJECT

public:
    explicit ToneHistogram(QWidget* parent = nullptr);

    void setFigures(const ToneFigures& figures);
    /// "After: lightness 1 to 99, …": what is drawn.
    QString inWords() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ToneFigures figures_;
};

} // namespace autochrome
