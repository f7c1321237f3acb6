#pragma once

#include "ui/training/run/run_state.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <string>
#include <vector>

namespace autochrome {

class RunWatcher;

/// Starts, pauses, ends and continues the training of a watched folder. The trainer is a process of
/// its own and hears of all that through its folder.
class RunControl : public QObject
{
    Q_OBJECT

public:
    explicit RunControl(RunWatcher* watcher);

    /// What was asked for and has not come about yet.
    enum class Wish { None, Start, Pause, Keep };
    Wish wish() const { return wish_; }

    /// Runs, or is just being started.
    bool isActive() const;

    /// Starts a trainer for the watched folder.
    /// @param arguments  of `autochrome-cli train`
    void start(const std::vector<std::string>& arguments);
    void goOn();
    void goOnWithLowerRates(); ///< half of what they were
    void pause();              ///< stops at a checkpoint
    /// Stops at a checkpoint and takes the model as it is then; of a training that does not run,
    /// the model that lies there.
    void stopAndKeep();

Q_SIGNALS:
    void changed(); ///< wish() or isActive()
    void ended();   ///< to its end or by stopAndKeep(): there is a model
    void problem(const QString& sentence, const QString& detail);

private:
    void setWish(Wish wish);
    void requestStopInBackground();
    void onStateChanged();
    bool waitsForTrainer(); ///< it was started and may still say something
    std::vector<std::string> resumeArguments() const;

    RunWatcher* watcher_;
    QString folder_;
    Wish wish_ = Wish::None;
    int started_ = 0;          ///< the trainer that was started and has not reported yet
    QElapsedTimer sinceDeath_; ///< of that one, without a word
    bool wasRunning_ = false;
    QThreadPool pool_; ///< last: its thread ends before the rest goes
};

} // namespace autochrome
