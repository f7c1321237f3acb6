#include "app/cli/train/train_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/train/command_line.h"
#include "app/cli/train/train_estimate.h"
#include "app/cli/train/train_options.h"
#include "app/cli/train/train_sources.h"
#include "app/cli/train/train_watch.h"
#include "app/cli/train/training_printer.h"
#include "core/base/text.h"
#include "core/learn/loop/step_memory.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/run_reporter.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace autochrome::cli {
namespace {

namespace fs = std::filesystem;

/// Says what went wrong and returns the exit status for it.
int fail(const Error& error)
{
    complain(error.message);
    if (!error.detail.empty())
        std::fprintf(stderr, "  %s\n", printable(error.detail).c_str());
    if (error.code == ErrorCode::Cancelled && Interrupt::signal() != 0)
        return SignalBase + Interrupt::signal();
    return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
}

/// One call of `train`, in the order in which things happen.
class TrainJob
{
public:
    TrainJob(TrainOptions options, TrainingSettings settings, std::string commandLine,
             std::optional<GroupMember> member)
        : options_(std::move(options)),
          settings_(std::move(settings)),
          commandLine_(std::move(commandLine)),
          member_(std::move(member)),
          printer_(isFirst())
    {
    }

    int run();

private:
    bool isFirst() const { return !member_ || member_->rank == 0; }
    void tell(double fraction, const Message& what);
    Result<void> train();
    Result<std::unique_ptr<SampleSource>> source(const std::vector<std::string>& names,
                                                 DataSplit split, int workers, const char* index);
    TrainingPlan plan() const;

    TrainOptions options_;
    TrainingSettings settings_;
    std::string commandLine_;
    std::optional<GroupMember> member_;
    TrainingPrinter printer_;
    const bool showsProgress_ = isatty(STDOUT_FILENO) && isFirst();
    const int cores_ = std::max(1, int(std::thread::hardware_concurrency()));
    Progress progress_{[this](double fraction, const Message& what) { tell(fraction, what); }};
    torch::Device device_{torch::kCPU};
    std::unique_ptr<SampleSource> training_;
    std::unique_ptr<SampleSource> validation_;
    std::unique_ptr<RunReporter> reporter_; // of the first process; looks at the sources
};

void TrainJob::tell(double fraction, const Message& what)
{
    if (showsProgress_)
        std::printf("\r%s %.0f %%\033[K", inWords(what).c_str(), 100 * fraction);
    std::fflush(stdout);
    if (reporter_)
        reporter_->prepares(fraction, what);
}

Result<std::unique_ptr<SampleSource>> TrainJob::source(const std::vector<std::string>& names,
                                                       DataSplit split, int workers,
                                                       const char* index)
{
    // One process of several keeps the index; the others may be on other machines.
    const fs::path indexFile = isFirst() ? fs::path(options_.out) / index : fs::path();
    return openSource({names, split, workers, indexFile}, settings_, device_, progress_);
}

TrainingPlan TrainJob::plan() const
{
    TrainingPlan plan;
    plan.folder = options_.out;
    plan.name = options_.name;
    plan.encoder = options_.encoder;
    plan.start = options_.start;
    plan.device = options_.device;
    plan.threads = options_.threads > 0 ? options_.threads : cores_;
    plan.resume = options_.resume;
    plan.checkpointMinutes = options_.checkpointMinutes;
    plan.validationMinutes = options_.validationMinutes;
    plan.observer = reporter_.get();
    plan.member = member_;
    plan.cardDetails["command_line"] = commandLine_;
    if (!options_.encoder.empty())
        plan.cardDetails["encoder"] = fs::path(options_.encoder).filename().string();
    for (const std::string& note : options_.notes)
        if (const std::size_t equals = note.find('='); equals != std::string::npos)
            plan.cardDetails[note.substr(0, equals)] = note.substr(equals + 1);
    return plan;
}

Result<void> TrainJob::train()
{
    const auto device = Trainer::deviceFor(options_.device, member_ ? member_->localRank : 0);
    if (!device)
        return tl::make_unexpected(device.error());
    device_ = *device;
    if (reporter_)
        reporter_->device(device_);
    const int workers = options_.workers > 0 ? options_.workers : std::min(8, cores_);
    auto training = source(options_.data, DataSplit::Train, workers, "training.index");
    if (!training)
        return tl::make_unexpected(training.error());
    training_ = std::move(*training);
    if (reporter_)
        reporter_->learnsFrom(*training_);
    printer_.line("%lld photos to learn from", static_cast<long long>(training_->photoCount()));
    if (!options_.validation.empty()) {
        auto validation = source(options_.validation, DataSplit::Validation, 1, "validation.index");
        if (!validation)
            return tl::make_unexpected(validation.error());
        validation_ = std::move(*validation);
        if (reporter_)
            reporter_->validatesOn(validation_->photoCount());
        printer_.line("%lld photos to validate on",
                      static_cast<long long>(validation_->photoCount()));
    }
    printer_.line("settings %s", settings_.toJson().c_str());
    Trainer trainer(settings_, plan(), *training_, validation_.get());
    const auto card = trainer.run(progress_, [this](const TrainingNews& news) {
        printer_.news(news);
        if (reporter_)
            reporter_->news(news);
    });
    const SkipCounts skipped = training_->skipped();
    printer_.line("left out: %lld damaged, %lld grey, %lld toned, %lld too small",
                  static_cast<long long>(skipped.corrupt), static_cast<long long>(skipped.grey),
                  static_cast<long long>(skipped.toned), static_cast<long long>(skipped.small));
    return card.map([](const ModelCard&) {});
}

int TrainJob::run()
{
    const Interrupt interrupt(progress_);
    keepMemoryBetweenSteps();
    if (isFirst()) {
        auto reporter = openReporter(options_, settings_, commandLine_, progress_);
        if (!reporter)
            return fail(reporter.error());
        reporter_ = std::move(*reporter);
    }
    const auto done = train();
    std::optional<Error> error;
    if (!done)
        error = done.error();
    bool wasAsked = false;
    if (reporter_) {
        error = reporter_->ends(error);
        wasAsked = reporter_->wasAskedToStop();
    }
    if (error && error->code == ErrorCode::Cancelled && wasAsked && Interrupt::signal() == 0) {
        complain(error->message);
        return SignalBase + SIGTERM; // asked by a file is as asked by a signal
    }
    if (error)
        return fail(*error);
    printer_.line("wrote %s",
                  (fs::path(options_.out) / (options_.name + ".safetensors")).string().c_str());
    return AllDone;
}

int runTrain(const CLI::App& command, const TrainOptions& given, std::string commandLine)
{
    auto options = withRecord(command, given);
    if (!options)
        return fail(options.error());
    const auto settings = settingsFor(command, *options);
    if (settings && options->estimate) {
        const auto status = printEstimate(*options, *settings);
        return status ? *status : fail(status.error());
    }
    if (!settings) {
        leaveWord(*options, settings.error());
        return fail(settings.error());
    }
    auto member = GroupMember::fromEnvironment([](const char* name) { return std::getenv(name); });
    if (!member)
        return fail(member.error());
    // --resume alone says nothing about how the model was made.
    if (options->record)
        commandLine = options->record->commandLine;
    return TrainJob(std::move(*options), *settings, std::move(commandLine), std::move(*member))
        .run();
}

} // namespace

void addTrainCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App* command = program.add_subcommand("train", "Train a model on a collection of photos");
    command->footer("Example:\n"
                    "  autochrome-cli train --data photos/ --val others/ --out my/ --minutes 90\n"
                    "\n"
                    "Ctrl+C, or a file named `stop` in --out, stops at a checkpoint and keeps\n"
                    "the model as it is then; `train --resume --out my/` goes on. How it goes is\n"
                    "in my/status.json, what it makes of a few photos in my/samples/.");
    addTrainOptions(*command, *options);
    command->callback([command, options, &exitCode] {
        exitCode = runTrain(*command, *options, commandLineOf(*command));
    });
}

} // namespace autochrome::cli
