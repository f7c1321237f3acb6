#include "app/cli/batch/batch_parts.h"
#include "app/cli/batch/job_json.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_bar.h"
#include "core/base/text.h"
#include "core/batch/journal/journal_owner.h"
#include "core/batch/run/batch_runner.h"
#include "core/batch/run/time_left.h"

#include <iostream>

namespace autochrome::cli {

namespace {

struct RunOptions
{
    RunSettings settings;
    std::int64_t memory = 0;
    bool json = false;
    bool quiet = false;
};

// What goes to the terminal while photos come and go.
class RunPrinter
{
public:
    RunPrinter(const RunOptions& options, std::int64_t waiting) : options_(options), left_(waiting)
    {
    }

    void add(const Job& job, const JobOutcome& outcome)
    {
        bar_.clear();
        ++ended_;
        left_ = std::max<std::int64_t>(0, left_ - 1);
        timeLeft_.ended();
        const std::string& name = job.source.native();
        for (const std::string& warning : outcome.warnings)
            complain(text("warning: %1", {warning}));
        if (outcome.error && outcome.state == JobState::Failed)
            complain(outcome.error->userText.find(job.source.stem().native()) == std::string::npos
                         ? text("“%1”: %2", {name, outcome.error->userText})
                         : outcome.error->userText);
        if (!outcome.reason.empty())
            complain(text("skipped: %1", {outcome.reason}));
        if (options_.json)
            std::cout << jobJson(job, outcome) + "\n" << std::flush;
        else if (!options_.quiet && outcome.state == JobState::Done)
            std::cout << bytesOf(outcome.result) + "\n" << std::flush;
        show();
    }

private:
    void show()
    {
        const std::int64_t all = ended_ + left_;
        bar_.setLabel(std::to_string(ended_) + "/" + std::to_string(all));
        bar_.show(all > 0 ? double(ended_) / double(all) : 1, timeLeft_.text(left_));
    }

    const RunOptions& options_;
    ProgressBar bar_;
    std::int64_t ended_ = 0;
    std::int64_t left_;
    TimeLeft timeLeft_;
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

    RunPrinter printer(options, counts->at(JobState::Waiting) + counts->at(JobState::Running));
    RunListener listener;
    listener.ended = [&](const Job& job, const JobOutcome& outcome) { printer.add(job, outcome); };
    RunSettings settings = options.settings;
    settings.memory = std::uint64_t(options.memory);
    const auto thread = std::make_shared<JournalThread>(std::move(*journal));
    BatchRunner runner(thread, settings, listener);
    const Progress progress;
    const Interrupt interrupt(progress);
    const auto summary = runner.run(progress);
    if (!summary)
        return failed(summary.error());
    if (summary->recovery.waitingAgain + summary->recovery.finished + summary->recovery.givenUp > 0)
        complain(text("The last run came to a sudden end: %1 photos were begun anew, %2 were done "
                      "already, %3 were given up.",
                      {std::to_string(summary->recovery.waitingAgain),
                       std::to_string(summary->recovery.finished),
                       std::to_string(summary->recovery.givenUp)}));
    complain(text("%1 done, %2 skipped, %3 failed, %4 cancelled.",
                  {std::to_string(summary->done), std::to_string(summary->skipped),
                   std::to_string(summary->failed), std::to_string(summary->cancelled)}));
    if (!summary->stopped.empty()) {
        complain(text("Stopped, the other photos wait: %1", {summary->stopped}));
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
            "What all photos on their way may take together, as 4GB [half of what is free]")
        ->type_name("BYTES")
        ->transform(CLI::AsSizeValue(false).description(""));
    command
        ->add_option("--stall-after", options->settings.stageSeconds,
                     "Give a photo up that cannot be read or written for so long; 0: never")
        ->type_name("SECONDS")
        ->check(CLI::NonNegativeNumber.description(""))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print one JSON object per photo and line");
    command->add_flag("--quiet", options->quiet, "Do not print the results' paths");
    queue->addTo(*command);
    command->footer("Each result's path is printed. Exit status: 0 all done, 1 some failed or the\n"
                    "disk is full, 130 stopped by Ctrl+C.");
    command->callback([options, queue, &exitCode] { exitCode = run(*options, *queue); });
}

} // namespace autochrome::cli
