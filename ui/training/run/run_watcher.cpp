#include "ui/training/run/run_watcher.h"

#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/sample_steps.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <chrono>

namespace autochrome {
namespace {

namespace fs = std::filesystem;

constexpr int period = 500; // ms

qint64 stampOf(const fs::path& path)
{
    std::error_code error;
    const auto time = fs::last_write_time(path, error);
    return error ? 0 : qint64(time.time_since_epoch().count());
}

RunSamples samplesIn(const fs::path& folder)
{
    RunSamples found;
    for (const std::int64_t step : sampleStepsIn(folder))
        found.steps << SampleStep{step, stampOf(folder / std::to_string(step))};
    std::error_code error;
    for (fs::directory_iterator it(folder / "truth", error), end; !error && it != end;
         it.increment(error))
        found.photos += it->path().extension() == ".jpg" ? 1 : 0;
    found.stamp = found.photos > 0 ? stampOf(folder / "truth") : 0;
    return found;
}

bool isSame(const RunState& a, const RunState& b)
{
    const auto message = [](const RunState& state) {
        return state.status.error ? state.status.error->message : state.problem.message;
    };
    return a.presence == b.presence && message(a) == message(b) && a.status.time == b.status.time &&
           a.status.phase == b.status.phase && a.status.process == b.status.process &&
           a.run.has_value() == b.run.has_value() && a.hasModel == b.hasModel &&
           a.hasCheckpoint == b.hasCheckpoint;
}

} // namespace

struct RunWatcher::Look
{
    bool isThere = false; ///< the folder
    RunState state = {};
    RunSamples samples = {};
    LossTail::News losses = {};
};

RunWatcher::RunWatcher(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
    timer_.setInterval(period);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (!isLooking_)
            lookNow();
    });
}

RunWatcher::~RunWatcher() = default;

void RunWatcher::setFolder(const QString& folder)
{
    if (folder == folder_)
        return;
    folder_ = folder;
    ++generation_;
    state_ = {};
    samples_ = {};
    tail_ = folder.isEmpty() ? nullptr
                             : std::make_shared<LossTail>(RunFolder(pathNamed(folder)).losses());
    Q_EMIT rowsReset({});
    Q_EMIT samplesChanged();
    Q_EMIT stateChanged();
    if (folder.isEmpty()) {
        timer_.stop();
        return;
    }
    timer_.start();
    lookNow();
}

void RunWatcher::lookNow()
{
    if (folder_.isEmpty())
        return;
    if (isLooking_) {
        isWanted_ = true;
        return;
    }
    isLooking_ = true;
    isWanted_ = false;
    runInBackground(
        &pool_, this,
        [folder = pathNamed(folder_), tail = tail_] {
            return std::make_shared<Look>(look(folder, *tail));
        },
        [this, generation = generation_](const std::shared_ptr<Look>& found) {
            isLooking_ = false;
            if (generation == generation_)
                take(*found);
            if (isWanted_ || generation != generation_)
                lookNow();
        });
}

RunWatcher::Look RunWatcher::look(const fs::path& folder, LossTail& tail)
{
    using Presence = RunState::Presence;
    Look found;
    RunState& state = found.state;
    std::error_code error;
    found.isThere = fs::is_directory(folder, error);
    // The status before the table: the rows of a training that has ended are all there.
    auto status = readTrainingStatus(folder);
    if (status)
        state.status = std::move(*status);
    else
        state.problem = status.error();
    state.presence = status                                      ? Presence::Begun
                     : state.problem.code == ErrorCode::NotFound ? Presence::NotBegun
                                                                 : Presence::Damaged;
    if (auto run = readTrainingRun(folder))
        state.run = std::move(*run);
    const RunFolder files(folder);
    const std::string name = state.run ? state.run->name : state.status.name;
    state.hasModel = !name.empty() && fs::exists(folder / (name + ".safetensors"), error);
    state.hasCheckpoint = fs::exists(files.checkpoint(), error);
    found.losses = tail.read();
    found.samples = samplesIn(files.samples());
    return found;
}

void RunWatcher::take(Look& look)
{
    using Presence = RunState::Presence;
    const bool wasThere = state_.presence == Presence::Begun || state_.presence == Presence::Gone;
    if (look.state.presence == Presence::NotBegun && !look.isThere && wasThere) {
        look.state.presence = Presence::Gone;
        look.state.status = state_.status;
    }
    const int generation = generation_;
    if (look.losses.isReset)
        Q_EMIT rowsReset(look.losses.rows);
    else if (!look.losses.rows.empty())
        Q_EMIT rowsAppended(look.losses.rows);
    if (generation == generation_ && !(look.samples == samples_)) {
        samples_ = std::move(look.samples);
        Q_EMIT samplesChanged();
    }
    if (generation == generation_ && !isSame(look.state, state_)) {
        state_ = std::move(look.state);
        Q_EMIT stateChanged();
    }
}

} // namespace autochrome
