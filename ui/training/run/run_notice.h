#pragma once

#include "ui/training/run/run_state.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace autochrome {

/// Why a training ended that nobody ended: the sentence, what can be done about it, and the detail
/// for those who want it. Hidden while there is nothing to say.
class RunNotice : public QFrame
{
    Q_OBJECT

public:
    explicit RunNotice(QWidget* parent = nullptr);

    void setState(const RunState& state);

    QLabel* sentence() const { return sentence_; }
    QLabel* remedy() const { return remedy_; }
    QLabel* detail() const { return detail_; }
    QToolButton* detailButton() const { return more_; }
    QPushButton* action() const { return action_; } ///< hidden if there is none

Q_SIGNALS:
    /// Too little memory: this many photos at a time may do.
    void smallerBatchWanted(int batch);
    /// The numbers were no longer finite: go on with lower rates.
    void lowerRatesWanted();

private:
    void act();

    QLabel* sentence_;
    QLabel* remedy_;
    QLabel* detail_;
    QToolButton* more_;
    QPushButton* action_;
    int smallerBatch_ = 0;
};

} // namespace autochrome
