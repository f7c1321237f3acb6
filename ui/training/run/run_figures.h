#pragma once

#include "ui/training/run/run_state.h"

#include <QWidget>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace autochrome {

/// The figures of how a training goes: names and values in one or more columns, as the width
/// allows. A figure that is not known, or that this machine does not have, is not shown.
class RunFigures : public QWidget
{
    Q_OBJECT

public:
    enum Figure {
        Step,
        Epoch,
        Seen,
        Speed,
        Waiting,
        Loss,
        CrossEntropy,
        Regression,
        PhotoError,
        Gradient,
        Gain,
        Rate,
        Batch,
        Memory,
        GpuMemory,
        Device,
        PassedOver,
        FigureCount
    };

    explicit RunFigures(QWidget* parent = nullptr);

    /// @param gain  of the last validation, dB over the grey picture
    void setState(const RunState& state, std::optional<double> gain);

    QString text(Figure figure) const; ///< empty if it is not shown

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Pair
    {
        QLabel* name;
        QLabel* value;
    };
    void set(Figure figure, const QString& text, const QString& help = {});
    void place();
    int columnsFor(int width) const;

    QGridLayout* grid_;
    std::vector<Pair> pairs_;
    std::vector<int> placed_; ///< figures in their order, then the number of columns
};

} // namespace autochrome
