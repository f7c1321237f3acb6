#pragma once

#include "ui/training/setup/set_up_check.h"

#include <QObject>
#include <QTimer>
#include <functional>

class QThreadPool;

namespace autochrome {

/// Looks, in the background and a moment after the last change, at what a training takes and what
/// is in its way.
class SetUpChecker : public QObject
{
    Q_OBJECT

public:
    /// @param question  asked when the moment has come
    SetUpChecker(std::function<SetUpQuestion()> question, QThreadPool* pool, QObject* parent);

    /// Something has changed: what is known holds no more.
    void recheck();
    /// The problems that are known are about something else now.
    void forgetProblems() { check_.problems.clear(); }

    const SetUpCheck& check() const { return check_; } ///< the last one
    bool isUpToDate() const { return isUpToDate_; } ///< whether check() is about what is chosen now

Q_SIGNALS:
    void checked();

private:
    void ask();

    std::function<SetUpQuestion()> question_;
    QThreadPool* pool_;
    QTimer timer_;
    SetUpCheck check_;
    bool isUpToDate_ = false;
    int asked_ = 0; ///< how often
};

} // namespace autochrome
