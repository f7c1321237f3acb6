#pragma once

#include "ui/window/unfinished_work.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>

class QAbstractButton;
class QMessageBox;
class QPushButton;
class QWidget;

namespace autochrome {

/// Lets a window close only when nothing that was ordered is lost by it without a word: asks
/// whether to wait, and waits. Where nobody can be asked (the session ends), it waits.
class QuitGuard : public QObject
{
    Q_OBJECT

public:
    /// @param look  tells what is not done yet
    QuitGuard(QWidget* window, std::function<UnfinishedWork()> look);
    ~QuitGuard() override;

    /// For the window's closeEvent(). If not, the person is asked, and the window is closed later
    /// if the answer is to.
    bool mayClose();
    /// Closes the window and ends the program as soon as everything is done, without a question.
    /// Called again: at once.
    void endSession();
    /// Returns when everything is done: the session manager waits.
    /// @param mayAsk  the person can be asked
    /// @returns false if the person wants to stay
    bool commitSession(bool mayAsk);
    /// Something went wrong that is to be seen: the window stays after all, if it can.
    void stay();

    bool isWaiting() const { return state_ == State::Waiting; }
    /// The session ends: nobody is there to read.
    bool isUnasked() const { return unasked_; }

    QMessageBox* question() const;     ///< null while none is asked
    QPushButton* finishButton() const; ///< of the question: wait, then close
    QPushButton* atOnceButton() const; ///< of the question: close now
    QPushButton* stayButton() const;   ///< of the question

Q_SIGNALS:
    /// Nothing more is to be begun.
    /// @param hastily  what can be taken up another time is to be stopped
    void finishing(bool hastily);
    void waitingChanged(bool waiting);

private:
    enum class State { Open, Waiting, Leaving };
    void ask();
    void answer(const QAbstractButton* button);
    void wait();
    void leave();
    void look();
    void setState(State state);
    void dropQuestion();

    QWidget* window_;
    std::function<UnfinishedWork()> look_;
    QTimer timer_; ///< while something depends on what is done
    State state_ = State::Open;
    bool unasked_ = false;
    QPointer<QMessageBox> question_;
    QPushButton* finish_ = nullptr; ///< of the question
    QPushButton* atOnce_ = nullptr;
    QPushButton* stay_ = nullptr;
};

} // namespace autochrome
