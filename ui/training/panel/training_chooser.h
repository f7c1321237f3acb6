#pragma once

#include "ui/training/panel/known_trainings.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <vector>

class QComboBox;
class QToolButton;

namespace autochrome {

/// The trainings that there are: which of them is shown, and a button that deletes it. Looks again
/// by itself for those that come, go and change state.
class TrainingChooser : public QWidget
{
    Q_OBJECT

public:
    explicit TrainingChooser(QWidget* parent = nullptr);
    ~TrainingChooser() override;

    /// What is shown now; an empty name is a new one. One that lies elsewhere (it was begun on the
    /// command line) is in the list while it is shown.
    void setShown(const QString& folder, bool isRunning);
    void lookAgain();
    bool isReady() const { return isReady_; } ///< it looked at least once

Q_SIGNALS:
    /// By the person; or the one that was found running at the first look.
    void chosen(const QString& folder);
    void deleting(const QString& folder); ///< what reads there is to let go
    void problem(const QString& sentence, const QString& detail);

private:
    void build();
    void take(std::vector<KnownTraining> trainings);
    void showTrainings();
    void askToDelete();
    void remove(const QString& folder);
    QString phaseText(TrainingPhase phase) const;

    QComboBox* list_;
    QToolButton* delete_;
    std::vector<KnownTraining> trainings_;
    QString shown_;
    bool isRunning_ = false; ///< the one that is shown
    bool isReady_ = false;
    QTimer timer_;
    QThreadPool pool_;
};

} // namespace autochrome
