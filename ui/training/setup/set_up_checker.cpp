#include "ui/training/setup/set_up_checker.h"

#include "ui/widgets/background.h"

namespace autochrome {
namespace {

constexpr int checkPauseMs = 150; // after the last change

} // namespace

SetUpChecker::SetUpChecker(std::function<SetUpQuestion()> question, QThreadPool* pool,
                           QObject* parent)
    : QObject(parent), question_(std::move(question)), pool_(pool)
{
    timer_.setSingleShot(true);
    timer_.setInterval(checkPauseMs);
    connect(&timer_, &QTimer::timeout, this, &SetUpChecker::ask);
}

void SetUpChecker::recheck()
{
    isUpToDate_ = false;
    timer_.start();
}

void SetUpChecker::ask()
{
    runInBackground(
        pool_, this, [question = question_()] { return checkSetUp(question); },
        [this, number = ++asked_](SetUpCheck check) {
            if (number != asked_ || timer_.isActive())
                return;
            check_ = std::move(check);
            isUpToDate_ = true;
            Q_EMIT checked();
        });
}

} // namespace autochrome
