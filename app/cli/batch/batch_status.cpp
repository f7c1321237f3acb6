#include "app/cli/batch/batch_parts.h"
#include "app/cli/batch/job_json.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "core/base/text.h"
#include "core/queue/journal/journal_owner.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace autochrome::cli {

namespace {

struct StatusOptions
{
    BatchId batch = 0;
    bool jobs = false;
    std::vector<std::string> states;
    bool json = false;
};

void printBatch(const Batch& batch, const std::map<JobState, std::int64_t>& counts, bool json)
{
    if (!json) {
        const std::string folder = batch.settings.destination == Destination::Beside
                                       ? inWords(text("beside the photos"))
                                       : bytesOf(batch.settings.folder);
        std::cout << inWords(text("batch %1  %2  %3  -> %4",
                                  {std::to_string(batch.id), printable(batch.name),
                                   countsText(counts), printable(folder)}))
                  << (batch.watched.empty()
                          ? std::string()
                          : "  " +
                                inWords(text("watching %1", {printable(batch.watched.native())})))
                  << (batch.priority == 0
                          ? std::string()
                          : "  " + inWords(text("priority %1", {std::to_string(batch.priority)})))
                  << (batch.paused ? "  " + inWords(text("(paused)")) : std::string()) << '\n';
        return;
    }
    nlohmann::ordered_json object{
        {"batch", batch.id},
        {"name", batch.name},
        {"paused", batch.paused},
        {"priority", batch.priority},
        {"folder", batch.settings.folder.native()},
        {"watched", batch.watched.native()},
        {"settings", nlohmann::ordered_json::parse(batch.settings.toJson())}};
    for (const auto& [state, count] : counts)
        object["counts"][jobStateName(state)] = count;
    std::cout << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void printJob(const Job& job, bool json)
{
    if (json) {
        std::cout << jobJson(job) << '\n';
        return;
    }
    std::string line = std::to_string(job.id) + "  " + jobStateName(job.state) + "  " +
                       printable(job.source.place());
    if (job.outcome.error)
        line += "  " + printable(inWords(job.outcome.error->message));
    else if (!job.outcome.reason.isEmpty())
        line += "  " + printable(inWords(job.outcome.reason));
    else if (!job.outcome.result.empty())
        line += "  -> " + printable(job.outcome.result.native());
    std::cout << line << '\n';
}

int status(const StatusOptions& options, const QueueOption& queue)
{
    auto journal = queue.look();
    if (!journal)
        return SomeFailed;
    const auto batches = journal->batches();
    if (!batches)
        return failed(batches.error());
    if (options.batch != 0) {
        if (const auto known = journal->batch(options.batch); !known)
            return failed(known.error());
    }
    if (!options.json && options.batch == 0)
        std::cout << inWords(hasOwner(queue.file()) ? text("The queue is being worked on.")
                                                    : text("The queue is not being worked on."))
                  << '\n';
    for (const Batch& batch : *batches) {
        if (options.batch != 0 && batch.id != options.batch)
            continue;
        const auto counts = journal->counts(batch.id);
        if (!counts)
            return failed(counts.error());
        printBatch(batch, *counts, options.json);
    }
    if (options.jobs || !options.states.empty()) {
        JobQuery query;
        query.batch = options.batch;
        for (const std::string& state : options.states)
            query.states.push_back(*jobStateOfName(state));
        const auto jobs = journal->jobs(query);
        if (!jobs)
            return failed(jobs.error());
        for (const Job& job : *jobs)
            printJob(job, options.json);
    }
    std::cout.flush();
    return AllDone;
}

} // namespace

void addBatchStatus(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    auto options = std::make_shared<StatusOptions>();
    CLI::App* command = batch.add_subcommand("status", "Show how far the queue has got");
    command->add_option("--batch", options->batch, "Only this batch")->type_name("ID");
    command->add_flag("--jobs", options->jobs, "List every photo too");
    command->add_option("--state", options->states, "Photos in these states")
        ->type_name("STATE")
        ->check(CLI::IsMember(
                    {"waiting", "running", "paused", "done", "failed", "skipped", "cancelled"})
                    .description(""));
    command->add_flag("--json", options->json, "Print one JSON object per batch, photo and line");
    queue->addTo(*command);
    command->callback([options, queue, &exitCode] { exitCode = status(*options, *queue); });
}

} // namespace autochrome::cli
