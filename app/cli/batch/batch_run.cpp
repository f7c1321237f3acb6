#include "app/cli/batch/batch_parts.h"
#include "app/cli/batch/run_printer.h"
#include "app/cli/batch/watch_thread.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "core/base/text.h"
#include "core/queue/journal/journal_owner.h"
#include "core/queue/run/batch_runner.h"

namespace autochrome::cli {

namespace {

struct RunOptions
{
    RunSettings settings;
    std::int64_t memory = 0;
    bool json = false;
    bool quiet = false;
    bool watch = false;
    double every = 5;
};

int run(const RunOptions& options, const QueueOption& queue)
{
    auto journal = queue.open();
    if (!journal)
        return SomeFailed;
    const auto owner = JournalOwner::take(queue.file(), "autochrome-cli");
    if (!owner)
        return failed(owner.error());
    const auto counts = journal->counts();
    if (!counts)
        return failed(counts.error());

    RunPrinter printer(options.json, options.quiet,
                       counts->at(JobState::Waiting) + counts->at(JobState::Running));
    RunListener listener;
    listener.ended = [&](const Job& job, const PhotoOutcome& outcome) {
        printer.add(job, outcome);
    };
    RunSettings settings = options.settings;
    settings.memory = std::uint64_t(options.memory);
    settings.waitForMore = options.watch;
    const auto thread = std::make_shared<JournalThread>(std::move(*journal));
    BatchRunner runner(thread, settings, listener);
    const Progress progress;
    const Interrupt interrupt(progress);
    std::optional<WatchThread> watching;
    if (options.watch)
        watching.emplace(thread, std::chrono::duration<double>(options.every),
                         [&](const WatchedLook& look) { printer.found(look); });
    const auto summary = runner.run(progress);
    watching.reset();
    if (!summary)
        return failed(summary.error());
    if (summary->recovery.waitingAgain + summary->recovery.finished + summary->recovery.givenUp > 0)
        complain(counted("The last run ended abruptly: %n photo was started again, %1 done "
                         "already, %2 given up.|The last run ended abruptly: %n photos were "
                         "started again, %1 done already, %2 given up.",
                         summary->recovery.waitingAgain,
                         {std::to_string(summary->recovery.finished),
                          std::to_string(summary->recovery.givenUp)}));
    complain(text("%1 done, %2 skipped, %3 failed, %4 cancelled.",
                  {std::to_string(summary->done), std::to_string(summary->skipped),
                   std::to_string(summary->failed), std::to_string(summary->cancelled)}));
    if (!summary->stopped.isEmpty()) {
        complain(text("Stopped; the remaining photos wait: %1", {summary->stopped}));
        return SomeFailed;
    }
    if (progress.isCancelled()) {
        complain(text("Stopped; nothing is left half-written."));
        return SignalBase + Interrupt::signal();
    }
    return summary->failed + summary->recovery.givenUp > 0 ? SomeFailed : AllDone;
}

} // namespace

void addBatchRun(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    auto options = std::make_shared<RunOptions>();
    CLI::App* command = batch.add_subcommand("run", "Work on the queue until nothing waits");
    command
        ->add_option("-d,--device", options->settings.device,
                     "auto (every GPU, else the CPU), or cpu, cuda:0,cuda:1")
        ->type_name("DEVICES")
        ->capture_default_str();
    command->add_option("--readers", options->settings.readers, "Threads that read photos")
        ->type_name("N")
        ->check(CLI::Range(1, 64).description(""));
    command->add_option("--writers", options->settings.writers, "Threads that write results")
        ->type_name("N")
        ->check(CLI::Range(1, 64).description(""));
    command
        ->add_option(
            "--memory", options->memory,
            "Memory for all photos in progress together, such as 4GB [half of what is free]")
        ->type_name("BYTES")
        ->transform(CLI::AsSizeValue(false).description(""));
    command
        ->add_option("--stall-after", options->settings.stageSeconds,
                     "Give up a photo that cannot be read or written for this long; 0: never")
        ->type_name("SECONDS")
        ->check(CLI::NonNegativeNumber.description(""))
        ->capture_default_str();
    CLI::Option* watch = command->add_flag(
        "--watch", options->watch,
        "Keep running when nothing waits, and add what arrives in watched folders, until Ctrl+C");
    command->add_option("--every", options->every, "Time between two looks into watched folders")
        ->needs(watch)
        ->type_name("SECONDS")
        ->check(CLI::Range(0.1, 86400.0).description(""))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print one JSON object per photo and line");
    command->add_flag("--quiet", options->quiet, "Do not print the results' paths");
    queue->addTo(*command);
    command->footer("Each result's path is printed. Exit status: 0 all done, 1 some failed or the\n"
                    "disk is full, 130 stopped by Ctrl+C.");
    command->callback([options, queue, &exitCode] { exitCode = run(*options, *queue); });
}

} // namespace autochrome::cli
