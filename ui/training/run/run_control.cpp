#include "ui/training/run/run_control.h"

#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_process.h"
#include "ui/training/run/run_watcher.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QTimer>

namespace autochrome {
namespace {

namespace fs = std::filesystem;

constexpr int longestSilence = 2000; // ms after the end of a process that its word may come

} // namespace

RunControl::RunControl(RunWatcher* watcher) : QObject(watcher), watcher_(watcher)
{
    pool_.setMaxThreadCount(1);
    connect(watcher_, &RunWatcher::stateChanged, this, &RunControl::onStateChanged);
}

bool RunControl::isActive() const
{
    return wish_ == Wish::Start || watcher_->state().isRunning();
}

void RunControl::setWish(Wish wish)
{
    if (wish == wish_)
        return;
    wish_ = wish;
    Q_EMIT changed();
}

void RunControl::start(const std::vector<std::string>& arguments)
{
    if (watcher_->folder().isEmpty() || wish_ == Wish::Start)
        return;
    folder_ = watcher_->folder();
    started_ = 0;
    sinceDeath_.invalidate();
    setWish(Wish::Start);
    runInBackground(
        &pool_, this,
        [arguments, folder = pathNamed(folder_)] { return startTrainer(arguments, folder); },
        [this, folder = folder_](const Result<pid_t>& process) {
            if (folder != folder_ || wish_ != Wish::Start)
                return;
            if (process) {
                started_ = *process;
                onStateChanged();
                watcher_->lookNow();
                return;
            }
            setWish(Wish::None);
            watcher_->lookNow();
            Q_EMIT problem(words(process.error().message),
                           QString::fromStdString(process.error().detail));
        });
}

std::vector<std::string> RunControl::resumeArguments() const
{
    return {"--resume", "--out", pathNamed(watcher_->folder()).string()};
}

void RunControl::goOn()
{
    start(resumeArguments());
}

void RunControl::goOnWithLowerRates()
{
    const std::optional<TrainingRun>& run = watcher_->state().run;
    if (!run)
        return;
    std::vector<std::string> arguments = resumeArguments();
    const auto add = [&](const char* option, double rate) {
        arguments.emplace_back(option);
        arguments.push_back(QLocale::c().toString(rate, 'g', 6).toStdString());
    };
    add("--encoder-rate", run->settings.encoderRate / 2);
    add("--decoder-rate", run->settings.decoderRate / 2);
    start(arguments);
}

void RunControl::pause()
{
    if (!watcher_->state().isRunning())
        return;
    setWish(Wish::Pause);
    requestStopInBackground();
}

void RunControl::stopAndKeep()
{
    if (watcher_->state().isRunning()) {
        setWish(Wish::Keep);
        requestStopInBackground();
    } else if (watcher_->state().hasModel) {
        Q_EMIT ended();
    }
}

void RunControl::requestStopInBackground()
{
    folder_ = watcher_->folder();
    runInBackground(
        &pool_, this, [folder = pathNamed(folder_)] { return requestStop(folder); },
        [this, folder = folder_](const Result<void>& asked) {
            if (folder != folder_)
                return;
            watcher_->lookNow();
            // One that ended in between needs no asking.
            if (asked || asked.error().code == ErrorCode::NotFound)
                return;
            setWish(Wish::None);
            Q_EMIT problem(words(asked.error().message),
                           QString::fromStdString(asked.error().detail));
        });
}

bool RunControl::waitsForTrainer()
{
    const RunState& state = watcher_->state();
    if (started_ <= 0)
        return true; // what is told is of an earlier trainer
    if (state.presence == RunState::Presence::Begun && state.status.process == started_) {
        wasRunning_ = true; // however soon it ended
        sinceDeath_.invalidate();
        setWish(Wish::None);
        return false;
    }
    // It says nothing until its libraries are loaded, and its last word may be seen a moment after
    // its end.
    if (!isAlive(started_) && !sinceDeath_.isValid())
        sinceDeath_.start();
    if (!sinceDeath_.isValid() || !sinceDeath_.hasExpired(longestSilence)) {
        QTimer::singleShot(longestSilence / 4, this, &RunControl::onStateChanged);
        return true;
    }
    sinceDeath_.invalidate();
    started_ = 0;
    setWish(Wish::None);
    Q_EMIT problem(tr("The trainer ended before the training began."),
                   tr("Its output is in “%1”.").arg(folder_ + QStringLiteral("/train.log")));
    return false;
}

void RunControl::onStateChanged()
{
    const RunState& state = watcher_->state();
    if (watcher_->folder() != folder_) {
        folder_ = watcher_->folder();
        started_ = 0;
        sinceDeath_.invalidate();
        wasRunning_ = false;
        setWish(Wish::None);
    }
    if (state.presence == RunState::Presence::None)
        return;
    if (wish_ == Wish::Start && waitsForTrainer())
        return;
    const bool runs = state.isRunning();
    const bool hasEnded = wasRunning_ && !runs;
    wasRunning_ = runs;
    if (runs || state.presence == RunState::Presence::Damaged)
        return;
    const bool wasToKeep = wish_ == Wish::Keep;
    setWish(Wish::None);
    if (state.presence != RunState::Presence::Begun)
        return;
    if (hasEnded && state.status.phase == TrainingPhase::Done)
        Q_EMIT ended();
    else if (wasToKeep && state.status.phase == TrainingPhase::Stopped && state.hasModel)
        Q_EMIT ended();
    else if (wasToKeep && state.status.phase == TrainingPhase::Stopped)
        Q_EMIT problem(tr("Nothing has been learnt yet, so there is no model to keep."), {});
}

} // namespace autochrome
