#include "ui/window/quit_guard.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QMessageBox>
#include <QPushButton>

namespace autochrome {

namespace {

constexpr int lookInterval = 100; // ms

} // namespace

QuitGuard::QuitGuard(QWidget* window, std::function<UnfinishedWork()> look)
    : QObject(window), window_(window), look_(std::move(look))
{
    timer_.setInterval(lookInterval);
    connect(&timer_, &QTimer::timeout, this, &QuitGuard::look);
}

QuitGuard::~QuitGuard() = default;

QMessageBox* QuitGuard::question() const
{
    return question_ && question_->isVisible() ? question_.data() : nullptr;
}

QPushButton* QuitGuard::finishButton() const
{
    return question() ? finish_ : nullptr;
}

QPushButton* QuitGuard::atOnceButton() const
{
    return question() ? atOnce_ : nullptr;
}

QPushButton* QuitGuard::stayButton() const
{
    return question() ? stay_ : nullptr;
}

bool QuitGuard::mayClose()
{
    if (state_ == State::Leaving || look_().isEmpty()) {
        dropQuestion();
        return true;
    }
    if (unasked_)
        return false; // it is waited for already
    ask();
    return false;
}

void QuitGuard::ask()
{
    if (question()) {
        question_->raise();
        question_->activateWindow();
        return;
    }
    const UnfinishedWork work = look_();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Not everything is done"),
                                work.takesTime() ? tr("Not everything is done yet.")
                                                 : tr("A training is running."),
                                QMessageBox::NoButton, window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(work.sentences().join(u'\n'));
    finish_ = work.takesTime() ? box->addButton(tr("&Finish, then quit"), QMessageBox::AcceptRole)
                               : nullptr;
    if (work.canBeLost())
        atOnce_ = box->addButton(tr("Quit and &lose it"), QMessageBox::DestructiveRole);
    else
        atOnce_ = box->addButton(work.takesTime() ? tr("&Quit at once") : tr("&Quit"),
                                 QMessageBox::AcceptRole);
    stay_ = box->addButton(tr("&Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(finish_ ? finish_ : atOnce_);
    box->setEscapeButton(stay_);
    connect(box, &QMessageBox::finished, this, [this, box] { answer(box->clickedButton()); });
    question_ = box;
    timer_.start();
    box->open();
}

void QuitGuard::answer(const QAbstractButton* button)
{
    question_ = nullptr; // it closes itself
    if (button && button == atOnce_)
        leave();
    else if (button && button == finish_)
        wait();
    else
        stay();
}

void QuitGuard::wait()
{
    setState(State::Waiting);
    Q_EMIT finishing(unasked_);
    look();
}

void QuitGuard::endSession()
{
    dropQuestion();
    const bool again = unasked_;
    unasked_ = true;
    if (again)
        leave();
    else
        wait();
}

bool QuitGuard::commitSession(bool mayAsk)
{
    if (mayAsk && look_().canBeLost()) {
        ask();
        QEventLoop loop;
        connect(&timer_, &QTimer::timeout, &loop, [this, &loop] {
            if (!question() && state_ != State::Waiting)
                loop.quit();
        });
        loop.exec();
        return state_ == State::Leaving;
    }
    // The window stays: another program may still say that the session goes on.
    Q_EMIT finishing(true);
    QEventLoop loop;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &loop, [this, &loop] {
        if (!look_().takesTime())
            loop.quit();
    });
    timer.start(lookInterval);
    if (look_().takesTime())
        loop.exec();
    return true;
}

void QuitGuard::stay()
{
    if (unasked_ || state_ == State::Leaving)
        return;
    dropQuestion();
    setState(State::Open);
}

// Something may have ended while the question is asked, or while it is waited for.
void QuitGuard::look()
{
    const UnfinishedWork work = look_();
    if (state_ == State::Waiting ? !work.takesTime() : question() && work.isEmpty())
        leave();
    else if (state_ != State::Waiting && !question())
        timer_.stop();
}

void QuitGuard::leave()
{
    dropQuestion();
    setState(State::Leaving);
    window_->close();
    if (unasked_)
        QCoreApplication::quit();
}

void QuitGuard::setState(State state)
{
    const bool was = isWaiting();
    state_ = state;
    if (state == State::Waiting)
        timer_.start();
    if (was != isWaiting())
        Q_EMIT waitingChanged(isWaiting());
}

void QuitGuard::dropQuestion()
{
    if (question_) {
        question_->disconnect(this);
        question_->close();
    }
    question_ = nullptr;
}

} // namespace autochrome
