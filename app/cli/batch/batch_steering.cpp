#include "app/cli/batch/batch_parts.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "core/base/text.h"

#include <iostream>

namespace autochrome::cli {

namespace {

struct SteeringOptions
{
    std::vector<BatchId> batches;
    std::vector<JobId> jobs;
    bool all = false;
};

// Jobs that were named, and those of the batches that were; of the whole queue if none was.
Result<std::vector<JobId>> jobsOf(Journal& journal, const SteeringOptions& options)
{
    std::vector<JobId> jobs = options.jobs;
    std::vector<BatchId> batches = options.batches;
    if (batches.empty() && jobs.empty())
        batches.push_back(0);
    for (const BatchId batch : batches) {
        if (batch != 0)
            if (const auto known = journal.batch(batch); !known)
                return tl::make_unexpected(known.error());
        const auto found = journal.jobs({.batch = batch});
        if (!found)
            return tl::make_unexpected(found.error());
        for (const Job& job : *found)
            jobs.push_back(job.id);
    }
    return jobs;
}

using Change = Result<std::int64_t> (*)(Journal&, const SteeringOptions&);

// Pauses whole batches, so that photos added later wait too.
Result<std::int64_t> setPaused(Journal& journal, const SteeringOptions& options, bool paused)
{
    std::int64_t changed = 0;
    if (!options.jobs.empty()) {
        auto jobs = paused ? journal.pause(options.jobs) : journal.resume(options.jobs);
        if (!jobs)
            return jobs;
        changed += *jobs;
    }
    std::vector<BatchId> batches = options.batches;
    if (batches.empty() && options.jobs.empty()) {
        const auto all = journal.batches();
        if (!all)
            return tl::make_unexpected(all.error());
        for (const Batch& batch : *all)
            batches.push_back(batch.id);
    }
    for (const BatchId batch : batches) {
        if (const auto done = journal.setPaused(batch, paused); !done)
            return tl::make_unexpected(done.error());
        changed += journal.counts(batch).value()[JobState::Waiting];
    }
    return changed;
}

Result<std::int64_t> cancel(Journal& journal, const SteeringOptions& options)
{
    const auto jobs = jobsOf(journal, options);
    return jobs ? journal.cancel(*jobs) : tl::make_unexpected(jobs.error());
}

Result<std::int64_t> retry(Journal& journal, const SteeringOptions& options)
{
    if (!options.jobs.empty())
        return journal.retry(options.jobs);
    std::int64_t changed = 0;
    const std::vector<BatchId> all{0};
    for (const BatchId batch : options.batches.empty() ? all : options.batches) {
        auto done = journal.retryFailed(batch);
        if (!done)
            return done;
        changed += *done;
    }
    return changed;
}

Result<std::int64_t> clear(Journal& journal, const SteeringOptions& options)
{
    std::int64_t cleared = 0;
    const std::vector<BatchId> all{0};
    for (const BatchId batch : options.batches.empty() ? all : options.batches) {
        auto done = journal.clear(batch, options.all);
        if (!done)
            return done;
        cleared += *done;
    }
    return cleared;
}

int steer(const SteeringOptions& options, const QueueOption& queue, Change change)
{
    auto journal = queue.open();
    if (!journal)
        return SomeFailed;
    const auto changed = change(*journal, options);
    if (!changed)
        return failed(changed.error());
    std::cout << *changed << std::endl;
    return AllDone;
}

} // namespace

void addBatchSteering(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    const auto add = [&](const char* name, const char* description, bool withJobs, Change change) {
        auto options = std::make_shared<SteeringOptions>();
        CLI::App* command = batch.add_subcommand(name, description);
        command->add_option("BATCH", options->batches, "Numbers of batches; none: all of them")
            ->type_name("");
        if (withJobs)
            command->add_option("--job", options->jobs, "Numbers of single photos")
                ->type_name("ID");
        queue->addTo(*command);
        command->callback(
            [options, queue, change, &exitCode] { exitCode = steer(*options, *queue, change); });
        return std::pair(command, options);
    };
    add("pause", "Stop after the current ones: begin nothing more of them", true,
        [](Journal& j, const SteeringOptions& o) { return setPaused(j, o, true); });
    add("resume", "Go on with them", true,
        [](Journal& j, const SteeringOptions& o) { return setPaused(j, o, false); });
    add("cancel", "Cancel what is not done", true, cancel);
    add("retry", "Try again what failed", true, retry);
    const auto [command, options] =
        add("clear", "Forget batches that have ended; no photo is touched", false, clear);
    command->add_flag("--all", options->all, "Forget what still waits too");
}

} // namespace autochrome::cli
