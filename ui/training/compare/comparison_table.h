#pragma once

#include "core/measure/comparison.h"

#include <QTreeWidget>

namespace autochrome {

/// What changed from one model to the other: a line for each group of photos with its ab-PSNR,
/// which unfolds to all its figures. As high as its lines, up to a limit.
class ComparisonTable : public QTreeWidget
{
    Q_OBJECT

public:
    enum Column { Name, Before, After, Difference };

    explicit ComparisonTable(QWidget* parent = nullptr);

    void setComparison(const Comparison& comparison);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(QTreeWidgetItem* item, Metric figure, const Change& change) const;
    void takeColours();
};

} // namespace autochrome
