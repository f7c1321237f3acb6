#pragma once

#include "ui/training/setup/set_up_check.h"

#include <QWidget>

class QPushButton;

namespace autochrome {

/// One thing that is in the way of a training, and the button that does something about it.
class ProblemLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemLine(const SetUpProblem& problem, QWidget* parent = nullptr);

    const SetUpProblem& problem() const { return problem_; }
    QPushButton* button() const { return button_; } ///< null where there is no remedy

Q_SIGNALS:
    void remedyWanted(const SetUpProblem& problem);

private:
    QString remedyText() const;

    SetUpProblem problem_;
    QPushButton* button_ = nullptr;
};

} // namespace autochrome
