#pragma once

#include "core/learn/loop/loss_table.h"

#include <QTimer>
#include <QWidget>
#include <vector>

class QLabel;

namespace autochrome {

class CurveChart;

/// A training's curves over the photos it has seen. Above: the loss, its cross entropy, the photos'
/// error where it counts, and the validation's gain (dB, own axis); below: its regression and the
/// learning rate. Smoothed, with the single steps faintly behind. Stays smooth with 100,000 rows.
class LossChart : public QWidget
{
    Q_OBJECT

public:
    enum Curve { Loss, CrossEntropy, Gain, PhotoError }; ///< of upper()
    enum LowerCurve { Regression, Rate };                ///< of lower()

    explicit LossChart(QWidget* parent = nullptr);

    void setRows(std::vector<LossRow> rows);

    /// Adds a step; drawn a moment later, with those that follow. A step that is not after the last
    /// one comes from a run resumed at an earlier point: the rows from there on are dropped.
    void append(const LossRow& row);

    const std::vector<LossRow>& rows() const { return rows_; }
    CurveChart* upper() const { return upper_; }
    CurveChart* lower() const { return lower_; }

private:
    void draw();
    void describe();

    std::vector<LossRow> rows_;
    CurveChart* upper_;
    CurveChart* lower_;
    QLabel* nothing_; ///< says that there is no step yet
    QTimer pause_;    ///< between two drawings
};

} // namespace autochrome
