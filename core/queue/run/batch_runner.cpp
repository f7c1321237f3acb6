#include "core/queue/run/batch_runner.h"

#include "core/base/text.h"
#include "core/edit/colour/network_devices.h"
#include "core/photo/memory_room.h"
#include "core/queue/run/pipeline.h"
#include "core/queue/run/run_mark.h"
#include "core/work/colorizers.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <thread>

namespace autochrome::inline queue {
namespace {

using namespace std::chrono_literals;

// How often other programs' changes and stalled stages are looked for.
constexpr auto lookAround = 300ms;
// More models than this at a time are closed again: a queue rarely mixes them.
constexpr std::size_t mostModels = 8;
// For what fails for a reason that passes.
constexpr int mostAttempts = 3;

RunSettings completed(RunSettings settings)
{
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    // Reading is the cheapest stage; writing, with its reading back, the dearest.
    if (settings.readers <= 0)
        settings.readers = std::clamp(cores / 4, 1, 4);
    if (settings.writers <= 0)
        settings.writers = std::clamp(cores / 2, 1, 16);
    if (settings.memory == 0)
        settings.memory = availableMemory() / 2;
    return settings;
}

} // namespace

struct BatchRunner::Impl
{
    Impl(std::shared_ptr<JournalThread> queue, RunSettings how, RunListener tells)
        : journal(std::move(queue)),
          settings(completed(std::move(how))),
          listener(std::move(tells)),
          files(std::make_shared<RunFiles>(settings.isOriginal))
    {
        for (const std::string& device : networkDevices(settings.device))
            devices.emplace_back(device, mostModels);
    }

    template <class Work>
    auto ask(Work work)
    {
        return journal->ask(std::move(work)).get();
    }

    Result<void> checkDevices();
    Result<bool> begin(Pipeline& stages);
    Result<void> take(Pipeline::Ended ended);
    Result<void> lookForCancelled(Pipeline& stages);
    Result<void> finish(const Job& job, const PhotoOutcome& outcome);

    const std::shared_ptr<JournalThread> journal;
    const RunSettings settings;
    const RunListener listener;
    std::deque<Colorizers> devices; // they take turns
    std::size_t turn = 0;
    const std::shared_ptr<RunFiles> files;
    std::map<BatchId, std::shared_ptr<const Batch>> batches;
    std::atomic<bool> stopping = false;
    bool interrupted = false;
    RunSummary summary;
};

BatchRunner::BatchRunner(std::shared_ptr<JournalThread> journal, RunSettings settings,
                         RunListener listener)
    : impl_(std::make_shared<Impl>(std::move(journal), std::move(settings), std::move(listener)))
{
}

BatchRunner::~BatchRunner() = default;

void BatchRunner::stopAfterCurrent()
{
    impl_->stopping = true;
}

// Whether every device exists. That there is no model is told of each photo.
Result<void> BatchRunner::Impl::checkDevices()
{
    for (Colorizers& device : devices)
        if (const auto opened = device.ordinary();
            !opened && opened.error().code == ErrorCode::NotFound)
            return tl::make_unexpected(opened.error());
    return {};
}

// Whether there was a photo to begin with.
Result<bool> BatchRunner::Impl::begin(Pipeline& stages)
{
    const auto claimed = ask([](Journal& j) { return j.claim(); });
    if (!claimed)
        return tl::make_unexpected(claimed.error());
    if (!*claimed)
        return false;
    const Job& job = **claimed;
    std::shared_ptr<const Batch>& batch = batches[job.batch];
    if (!batch) {
        const auto read = ask([&](Journal& j) { return j.batch(job.batch); });
        if (!read)
            return tl::make_unexpected(read.error());
        batch = std::make_shared<const Batch>(*read);
    }
    if (listener.started)
        listener.started(job);
    const std::size_t device = turn;
    turn = (turn + 1) % devices.size();
    const auto chosen = devices[device].forPhoto(job.source.path, batch->settings.model);
    if (!chosen) {
        PhotoOutcome outcome;
        outcome.source = job.source;
        outcome.error = chosen.error();
        const auto done = finish(job, outcome);
        return done ? Result<bool>(true) : tl::make_unexpected(done.error());
    }
    stages.start(std::make_shared<PhotoTask>(job, batch, *chosen, files), device);
    return true;
}

Result<void> BatchRunner::Impl::finish(const Job& job, const PhotoOutcome& outcome)
{
    auto kept = ask([&](Journal& j) { return j.finish(job.id, outcome); });
    if (!kept)
        return kept;
    switch (outcome.status) {
    case PhotoOutcome::Status::Done:
        ++summary.done;
        break;
    case PhotoOutcome::Status::Skipped:
        ++summary.skipped;
        break;
    case PhotoOutcome::Status::Cancelled:
        ++summary.cancelled;
        break;
    case PhotoOutcome::Status::Failed:
        ++summary.failed;
    }
    if (listener.ended)
        listener.ended(job, outcome);
    return {};
}

Result<void> BatchRunner::Impl::take(Pipeline::Ended ended)
{
    const PhotoOutcome& outcome = ended.outcome;
    const bool full = outcome.error && outcome.error->code == ErrorCode::DiskFull;
    if (full && !stopping) {
        // The next photo would fare no better: everything waits until there is room.
        summary.stopped = outcome.error->message;
        stopping = true;
    }
    // Stopped by the person, not by name: it waits again as if it had not begun.
    if (full || (interrupted && outcome.status == PhotoOutcome::Status::Cancelled))
        return ask([&](Journal& j) { return j.putBack(ended.job.id); });
    // Somebody was writing to the photo: the others first.
    if (outcome.status == PhotoOutcome::Status::Failed && outcome.passes &&
        ended.job.attempts < mostAttempts)
        return ask([&](Journal& j) { return j.putLast(ended.job.id); });
    return finish(ended.job, outcome);
}

Result<void> BatchRunner::Impl::lookForCancelled(Pipeline& stages)
{
    for (const JobId id : stages.running()) {
        const auto cancelled = ask([&](Journal& j) { return j.isCancelled(id); });
        if (!cancelled)
            return tl::make_unexpected(cancelled.error());
        if (*cancelled)
            stages.cancel(id);
    }
    return {};
}

Result<RunSummary> BatchRunner::run(const Progress& progress)
{
    Impl& impl = *impl_;
    impl.summary = {};
    impl.interrupted = false;
    if (const auto devices = impl.checkDevices(); !devices)
        return tl::make_unexpected(devices.error());

    const RunMark mark(impl.ask([](Journal& j) { return j.path(); }));
    const auto recovery = impl.ask([&mark](Journal& j) {
        return j.recover(mark.lastEnd() == LastEnd::Crashed,
                         [&j](const Job& job) -> std::optional<WholeResult> {
                             const auto batch = j.batch(job.batch);
                             return batch ? wholeResultOf(job, *batch) : std::nullopt;
                         });
    });
    if (!recovery)
        return tl::make_unexpected(recovery.error());
    impl.summary.recovery = *recovery;

    Pipeline stages(impl.journal,
                    {impl.settings.readers, impl.devices.size(), impl.settings.writers,
                     impl.settings.memory, impl.settings.stageSeconds},
                    impl.listener.stage);
    bool empty = false;
    Result<void> failed;
    auto lastLook = std::chrono::steady_clock::now();
    while (failed) {
        if (progress.isCancelled() && !impl.interrupted) {
            impl.interrupted = true;
            impl.stopping = true;
            stages.cancelAll();
        }
        if (!impl.stopping && stages.hasRoom()) {
            const auto begun = impl.begin(stages);
            if (!begun) {
                failed = tl::make_unexpected(begun.error());
                break;
            }
            empty = !*begun;
            if (!empty)
                continue;
        }
        if (stages.count() == 0 && (impl.stopping || (empty && !impl.settings.waitForMore)))
            break;
        if (auto ended = stages.waitForEnd(lookAround))
            failed = impl.take(std::move(*ended));
        if (failed && std::chrono::steady_clock::now() - lastLook >= lookAround) {
            lastLook = std::chrono::steady_clock::now();
            failed = impl.lookForCancelled(stages);
        }
    }
    if (!failed) {
        // The journal cannot be written: nothing more is begun, and what is on its way would be
        // forgotten. The next run finds it as after a sudden end.
        stages.cancelAll();
        return tl::make_unexpected(failed.error());
    }
    // Not at the start: whoever says stop just before is heard.
    impl.stopping = false;
    return impl.summary;
}

} // namespace autochrome::inline queue
