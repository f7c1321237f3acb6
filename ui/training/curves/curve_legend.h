#pragma once

#include "ui/training/curves/curve_look.h"

#include <QWidget>
#include <vector>

class QCheckBox;

namespace autochrome {

/// The curves of a chart by name, each with a piece of its line; a click hides or shows it.
class CurveLegend : public QWidget
{
    Q_OBJECT

public:
    explicit CurveLegend(const std::vector<CurveLook>& looks, QWidget* parent = nullptr);

    QCheckBox* box(int curve) const { return boxes_[std::size_t(curve)]; }

Q_SIGNALS:
    void toggled(int curve, bool shown);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawSamples();

    std::vector<CurveLook> looks_;
    std::vector<QCheckBox*> boxes_;
};

} // namespace autochrome
