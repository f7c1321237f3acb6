#include "app/cli/batch/batch_parts.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "core/base/text.h"

#include <algorithm>
#include <iostream>

namespace autochrome::cli {

namespace {

struct MoveOptions
{
    std::vector<JobId> jobs;
    bool first = false;
    bool last = false;
    JobId before = 0;
};

struct PriorityOptions
{
    std::vector<BatchId> batches;
    int priority = 0;
};

// The batch that all of them are in: there is no order between photos of several.
Result<BatchId> batchOf(Journal& journal, const std::vector<JobId>& jobs)
{
    BatchId batch = 0;
    for (const JobId id : jobs) {
        const auto job = journal.job(id);
        if (!job)
            return tl::make_unexpected(job.error());
        if (batch != 0 && job->batch != batch)
            return failure(ErrorCode::Usage, text("Photos can only be moved within one batch."));
        batch = job->batch;
    }
    return batch;
}

// The photo that those go before; 0: none, they go to the end.
Result<JobId> placeOf(Journal& journal, const MoveOptions& options, BatchId batch)
{
    if (!options.first)
        return options.before;
    // One of so many is none of those that are moved.
    const auto front =
        journal.jobs({.batch = batch, .limit = std::int64_t(options.jobs.size()) + 1});
    if (!front)
        return tl::make_unexpected(front.error());
    const auto other = std::ranges::find_if(*front, [&](const Job& job) {
        return std::ranges::find(options.jobs, job.id) == options.jobs.end();
    });
    return other == front->end() ? 0 : other->id;
}

Result<void> move(Journal& journal, const MoveOptions& options)
{
    std::vector<JobId> all = options.jobs;
    if (options.before != 0)
        all.push_back(options.before);
    const auto batch = batchOf(journal, all);
    if (!batch)
        return tl::make_unexpected(batch.error());
    const auto before = placeOf(journal, options, *batch);
    if (!before)
        return tl::make_unexpected(before.error());
    return journal.move(options.jobs, *before);
}

int runMove(MoveOptions options, const QueueOption& queue)
{
    if (int(options.first) + int(options.last) + int(options.before != 0) != 1) {
        complain(text("Say where to with one of --first, --last and --before."));
        return WrongUsage;
    }
    // A photo that is named twice has one place.
    std::vector<JobId> once;
    for (const JobId job : options.jobs)
        if (std::ranges::find(once, job) == once.end())
            once.push_back(job);
    options.jobs = std::move(once);
    if (std::ranges::find(options.jobs, options.before) != options.jobs.end()) {
        complain(text("A photo cannot go before itself."));
        return WrongUsage;
    }
    auto journal = queue.open();
    if (!journal)
        return SomeFailed;
    if (const auto moved = move(*journal, options); !moved)
        return failed(moved.error());
    std::cout << options.jobs.size() << std::endl;
    return AllDone;
}

int runPriority(const PriorityOptions& options, const QueueOption& queue)
{
    auto journal = queue.open();
    if (!journal)
        return SomeFailed;
    for (const BatchId batch : options.batches)
        if (const auto set = journal->setPriority(batch, options.priority); !set)
            return failed(set.error());
    std::cout << options.batches.size() << std::endl;
    return AllDone;
}

void addMove(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    auto options = std::make_shared<MoveOptions>();
    CLI::App* command = batch.add_subcommand("move", "Change the order of a batch's photos");
    command->add_option("--job", options->jobs, "Numbers of the photos, of one batch")
        ->type_name("ID")
        ->required();
    command->add_flag("--first", options->first, "Before all others of the batch");
    command->add_flag("--last", options->last, "After all others of the batch");
    command->add_option("--before", options->before, "Before this one")->type_name("ID");
    queue->addTo(*command);
    command->callback([options, queue, &exitCode] { exitCode = runMove(*options, *queue); });
}

void addPriority(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    auto options = std::make_shared<PriorityOptions>();
    CLI::App* command = batch.add_subcommand("priority", "Let batches go before others");
    command->add_option("--batch", options->batches, "Numbers of the batches")
        ->type_name("ID")
        ->required()
        ->expected(1)
        ->take_all();
    command->add_option("PRIORITY", options->priority, "Higher goes first; negative ones too")
        ->type_name("")
        ->required();
    queue->addTo(*command);
    command->callback([options, queue, &exitCode] { exitCode = runPriority(*options, *queue); });
}

} // namespace

void addBatchOrder(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    addMove(batch, queue, exitCode);
    addPriority(batch, queue, exitCode);
}

} // namespace autochrome::cli
