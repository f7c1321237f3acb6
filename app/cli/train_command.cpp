#include "app/cli/train_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/train_options.h"
#include "app/cli/training_printer.h"
#include "core/base/text.h"
#include "core/train/photo_index.h"
#include "core/train/shards/shard_source.h"
#include "core/train/step_memory.h"
#include "core/train/trainer.h"
#ifndef AUTOCHROME_NETWORK_ONLY
#include "core/train/photo_source.h"
#endif

#include <CLI/CLI.hpp>
#ifndef AUTOCHROME_NETWORK_ONLY
#include <opencv2/core/utility.hpp>
#endif

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace autochrome::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> toPaths(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

/// Says what went wrong and returns the exit status for it.
int fail(const Error& error)
{
    complain(error.userText);
    if (!error.detail.empty())
        std::fprintf(stderr, "  %s\n", printable(error.detail).c_str());
    if (error.code == ErrorCode::Cancelled && Interrupt::signal() != 0)
        return SignalBase + Interrupt::signal();
    return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
}

using SourceResult = Result<std::unique_ptr<SampleSource>>;

/// Shards, if all of the paths are; else folders and tar archives of photos.
SourceResult sourceOf(const std::vector<std::string>& names, DataSplit split,
                      const TrainingSettings& settings, torch::Device device, int workers,
                      const fs::path& indexFile, const Progress& progress)
{
    const bool areShards = std::all_of(names.begin(), names.end(), [](const std::string& name) {
        return fs::path(name).extension() == ".safetensors";
    });
    const double agedShare = split == DataSplit::Train ? settings.agedShare : 0;
    if (areShards)
        return ShardSource::open(toPaths(names), settings.seed, device, agedShare)
            .map([](auto source) -> std::unique_ptr<SampleSource> { return source; });
#ifdef AUTOCHROME_NETWORK_ONLY
    (void)workers;
    (void)indexFile;
    (void)progress;
    return failure(ErrorCode::Usage,
                   text("This program was built to train from shards; `autochrome-cli shards` of a "
                        "whole build makes them."));
#else
    cv::setNumThreads(1); // each worker decodes one photo; the network has the cores
    return PhotoIndex::build(toPaths(names), progress, split, indexFile)
        .map([&](PhotoIndex index) -> std::unique_ptr<SampleSource> {
            return std::make_unique<PhotoSource>(std::move(index), settings.seed, workers,
                                                 agedShare);
        });
#endif
}

int runTrain(const CLI::App& command, const TrainOptions& options, const std::string& commandLine)
{
    const auto settings = settingsFor(command, options);
    if (!settings)
        return fail(settings.error());
    auto member = GroupMember::fromEnvironment([](const char* name) { return std::getenv(name); });
    if (!member)
        return fail(member.error());
    TrainingPrinter printer(!*member || (*member)->rank == 0);
    const bool showsProgress = isatty(STDOUT_FILENO) && (!*member || (*member)->rank == 0);
    const Progress progress([showsProgress](double fraction, std::string_view what) {
        if (showsProgress)
            std::printf("\r%.*s %.0f %%\033[K", int(what.size()), what.data(), 100 * fraction);
        std::fflush(stdout);
    });
    const Interrupt interrupt(progress);

    keepMemoryBetweenSteps();
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    const int workers = options.workers > 0 ? options.workers : std::min(8, cores);
    const auto device = Trainer::deviceFor(options.device, *member ? (*member)->localRank : 0);
    if (!device)
        return fail(device.error());
    // One process of several keeps the index; the others may be on other machines.
    std::error_code error;
    const bool keepsIndex =
        (!*member || (*member)->rank == 0) && (fs::create_directories(options.out, error), !error);
    const auto indexFile = [&](const char* name) {
        return keepsIndex ? fs::path(options.out) / name : fs::path();
    };
    auto training = sourceOf(options.data, DataSplit::Train, *settings, *device, workers,
                             indexFile("training.index"), progress);
    if (!training)
        return fail(training.error());
    printer.line("%lld photos to learn from", static_cast<long long>((*training)->photoCount()));
    std::unique_ptr<SampleSource> validation;
    if (!options.validation.empty()) {
        auto source = sourceOf(options.validation, DataSplit::Validation, *settings, *device, 1,
                               indexFile("validation.index"), progress);
        if (!source)
            return fail(source.error());
        validation = std::move(*source);
        printer.line("%lld photos to validate on",
                     static_cast<long long>(validation->photoCount()));
    }

    TrainingPlan plan;
    plan.folder = options.out;
    plan.name = options.name;
    plan.encoder = options.encoder;
    plan.start = options.start;
    plan.device = options.device;
    plan.threads = options.threads > 0 ? options.threads : cores;
    plan.resume = options.resume;
    plan.checkpointMinutes = options.checkpointMinutes;
    plan.validationMinutes = options.validationMinutes;
    plan.member = *member;
    plan.cardDetails["command_line"] = commandLine;
    if (!options.encoder.empty())
        plan.cardDetails["encoder"] = fs::path(options.encoder).filename().string();
    for (const std::string& note : options.notes)
        if (const std::size_t equals = note.find('='); equals != std::string::npos)
            plan.cardDetails[note.substr(0, equals)] = note.substr(equals + 1);
    printer.line("settings %s", settings->toJson().c_str());

    Trainer trainer(*settings, plan, **training, validation.get());
    const auto card = trainer.run(progress, [&](const TrainingNews& news) { printer.news(news); });
    const SkipCounts skipped = (*training)->skipped();
    printer.line("passed over: %lld damaged, %lld grey, %lld toned, %lld too small",
                 static_cast<long long>(skipped.corrupt), static_cast<long long>(skipped.grey),
                 static_cast<long long>(skipped.toned), static_cast<long long>(skipped.small));
    if (!card)
        return fail(card.error());
    printer.line("wrote %s", (plan.folder / (plan.name + ".safetensors")).string().c_str());
    return AllDone;
}

/// The command line without the folders of this machine, for the model's card.
std::string commandLineOf(const std::vector<std::string>& arguments)
{
    std::string line = "autochrome-cli train";
    for (const std::string& argument : arguments) {
        const bool isPath = argument.find('/') != std::string::npos;
        line += " " + (isPath ? fs::path(argument).filename().string() : argument);
    }
    return line;
}

} // namespace

void addTrainCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App* command = program.add_subcommand("train", "Train a model on a collection of photos");
    command->footer("Example:\n"
                    "  autochrome-cli train --data photos/ --val others/ --out my/ --minutes 90\n"
                    "\n"
                    "Ctrl+C stops at a checkpoint, --resume goes on from it.");
    addTrainOptions(*command, *options);
    command->callback([command, options, &exitCode] {
        std::vector<std::string> arguments;
        for (const CLI::Option* option : command->get_options())
            if (option->count() > 0) {
                arguments.push_back(option->get_name());
                if (option->get_expected_max() > 0)
                    for (const std::string& result : option->results())
                        arguments.push_back(result);
            }
        exitCode = runTrain(*command, *options, commandLineOf(arguments));
    });
}

} // namespace autochrome::cli
