#include "app/cli/train_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "core/base/text.h"
#include "core/train/checkpoint.h"
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
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace autochrome {
namespace {

namespace fs = std::filesystem;

struct TrainOptions
{
    std::vector<std::string> data;
    std::vector<std::string> validation;
    std::string encoder;
    std::string start;
    std::string out;
    std::string name = "model";
    std::string device = "auto";
    std::string preset = "house";
    std::string network = "efficientnet_b0-unet";
    std::string precision = "mixed";
    int threads = 0;
    int workers = 0;
    bool resume = false;
    double checkpointMinutes = 5;
    double validationMinutes = 10;
    std::vector<std::string> notes;
    TrainingSettings values; ///< what the options below wrote; merged if they were given
};

std::string clockText(double seconds)
{
    const auto whole = long(seconds);
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                  whole % 60);
    return buffer;
}

/// One line that rewrites itself on a terminal, a plain line now and then in a pipe.
class TrainingPrinter
{
public:
    /// @param speaks  false for all but the first of several processes
    explicit TrainingPrinter(bool speaks) : speaks_(speaks) {}

    void news(const TrainingNews& news)
    {
        if (!speaks_)
            return;
        using namespace std::chrono;
        const auto now = steady_clock::now();
        const auto pause = isTerminal_ ? milliseconds(500) : milliseconds(20000);
        if (news.learningRate > 0 && (now - last_ >= pause || news.step == 1)) {
            last_ = now;
            std::printf(
                "%sstep %lld%s  %5.1f %%  %.1f img/s  left %s  loss %.4f  ce %.4f  ab %.5f  "
                "grad %.2f  rate %.2e  crop %d  waited %.1f %%%s",
                isTerminal_ ? "\r" : "", static_cast<long long>(news.step),
                news.totalSteps > 0 ? ("/" + std::to_string(news.totalSteps)).c_str() : "",
                100 * news.fraction, news.imagesPerSecond, clockText(news.secondsLeft).c_str(),
                news.loss, news.crossEntropy, news.regression, news.gradientNorm, news.learningRate,
                news.cropSize, 100 * news.waitShare, isTerminal_ ? "\033[K" : "\n");
        }
        if (news.validation) {
            const ColourMetrics& m = *news.validation;
            line(
                "validation at step %lld, %s: %lld photos  ab-PSNR %.2f dB (%+.2f over grey)  PSNR "
                "%.2f dB (grey %.2f)  CIEDE2000 %.2f (%.2f of grey's)  colourfulness %.1f (%.2f of "
                "the truth's)  confident %.0f %%",
                static_cast<long long>(news.step), clockText(news.secondsSpent).c_str(),
                static_cast<long long>(m.photos), m.abPsnr, m.abGain, m.psnr, m.greyPsnr,
                m.ciede2000, m.ciedeRatio, m.colourfulness, m.colourfulnessRatio,
                100 * m.confidentShare);
        }
        if (news.savedCheckpoint && !isTerminal_)
            line("checkpoint at step %lld", static_cast<long long>(news.step));
        std::fflush(stdout);
    }

    /// A line that stays.
    template <class... Values>
    void line(const char* format, Values... values)
    {
        if (!speaks_)
            return;
        if (isTerminal_)
            std::fputs("\r\033[K", stdout);
        if constexpr (sizeof...(values) == 0)
            std::fputs(format, stdout);
        else
            std::printf(format, values...);
        std::fputc('\n', stdout);
        std::fflush(stdout);
    }

private:
    bool speaks_;
    bool isTerminal_ = isatty(STDOUT_FILENO);
    std::chrono::steady_clock::time_point last_;
};

std::vector<fs::path> toPaths(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

/// Says what went wrong and returns the exit status for it.
int fail(const Error& error)
{
    cli::complain(error.userText);
    if (!error.detail.empty())
        std::fprintf(stderr, "  %s\n", cli::printable(error.detail).c_str());
    if (error.code == ErrorCode::Cancelled && cli::Interrupt::signal() != 0)
        return cli::SignalBase + cli::Interrupt::signal();
    return error.code == ErrorCode::Usage ? cli::WrongUsage : cli::SomeFailed;
}

/// The preset, or the checkpoint's settings when resuming, with what the command line says on top.
Result<TrainingSettings> settingsFor(const CLI::App& command, const TrainOptions& options)
{
    TrainingSettings settings = options.preset == "paper"       ? TrainingSettings::paper()
                                : options.preset == "fine-tune" ? TrainingSettings::fineTune()
                                                                : TrainingSettings::house();
    if (options.resume) {
        const auto head = readCheckpointHead(Trainer::checkpointPath(options.out));
        if (!head)
            return tl::make_unexpected(head.error());
        settings = head->settings;
    }
    const auto given = [&](const char* name) { return command.count(name) > 0; };
    const TrainingSettings& v = options.values;
    if (given("--minutes") || given("--steps") || given("--epochs")) {
        settings.minutes = given("--minutes") ? v.minutes : 0;
        settings.steps = given("--steps") ? v.steps : 0;
        settings.epochs = given("--epochs") ? v.epochs : settings.epochs;
    }
    if (given("--seed"))
        settings.seed = v.seed;
    if (given("--batch"))
        settings.batchSize = v.batchSize;
    if (given("--crop"))
        settings.cropSize = v.cropSize;
    if (given("--late-batch"))
        settings.lateBatchSize = v.lateBatchSize;
    if (given("--late-crop"))
        settings.lateCropSize = v.lateCropSize;
    if (given("--late-from"))
        settings.lateFrom = v.lateFrom;
    if (given("--accumulate"))
        settings.accumulation = v.accumulation;
    if (given("--aged"))
        settings.agedShare = v.agedShare;
    if (given("--network"))
        settings.architecture = "autochrome-" + options.network;
    if (given("--cross-entropy"))
        settings.crossEntropyWeight = v.crossEntropyWeight;
    if (given("--regression"))
        settings.regressionWeight = v.regressionWeight;
    if (given("--precision"))
        settings.bf16 = options.precision == "mixed";
    if (settings.crossEntropyWeight <= 0 && settings.regressionWeight <= 0)
        return failure(ErrorCode::Usage, text("One of the two losses has to count."));
    if (given("--lambda"))
        settings.lambda = v.lambda;
    if (given("--encoder-rate"))
        settings.encoderRate = v.encoderRate;
    if (given("--decoder-rate"))
        settings.decoderRate = v.decoderRate;
    if (given("--validation-photos"))
        settings.validationPhotos = v.validationPhotos;
    return settings;
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
    const cli::Interrupt interrupt(progress);

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
    return cli::AllDone;
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

void addTrainCommand(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App* command = app.add_subcommand("train", "Train a model on a collection of photos");
    command->footer("Example:\n"
                    "  autochrome-cli train --data photos/ --val others/ --out my/ --minutes 90\n"
                    "\n"
                    "Ctrl+C stops at a checkpoint, --resume goes on from it.");
    command->add_option("--data", options->data, "Folders, tar archives or shards of colour photos")
        ->required()
        ->type_name("DIR|TAR|SHARD");
    command->add_option("--val", options->validation, "Photos to validate on, none of --data")
        ->type_name("DIR|TAR");
    command->add_option("--encoder", options->encoder, "Pretrained EfficientNet-B0 (safetensors)")
        ->check(CLI::ExistingFile);
    command->add_option("--from", options->start, "Model of ours to go on from, encoder and all")
        ->check(CLI::ExistingFile)
        ->excludes("--encoder");
    command->add_option("--out", options->out, "Folder for checkpoint and model")->required();
    command->add_option("--name", options->name, "Name of the model")->capture_default_str();
    command->add_option("--preset", options->preset, "Recipe to start from")
        ->check(CLI::IsMember({"house", "paper", "fine-tune"}))
        ->capture_default_str();
    command->add_flag("--resume", options->resume, "Go on from the checkpoint in --out");
    command->add_option("--device", options->device, "auto, cpu or cuda:N")->capture_default_str();
    command->add_option("--threads", options->threads, "Threads of the network (0: all cores)");
    command->add_option("--workers", options->workers, "Threads that decode photos (0: all cores)");
    command->add_option("--note", options->notes, "KEY=TEXT for the model's card; may repeat");
    command->add_option("--checkpoint-minutes", options->checkpointMinutes, "Between checkpoints")
        ->capture_default_str();
    command->add_option("--validate-minutes", options->validationMinutes, "Between validations")
        ->capture_default_str();

    TrainingSettings& v = options->values;
    command->add_option("--minutes", v.minutes, "Length as wall-clock time")
        ->check(CLI::PositiveNumber)
        ->group("Recipe");
    command->add_option("--steps", v.steps, "Length in steps")
        ->check(CLI::PositiveNumber)
        ->group("Recipe");
    command->add_option("--epochs", v.epochs, "Length in passes over the photos")
        ->check(CLI::PositiveNumber)
        ->group("Recipe");
    command->add_option("--seed", v.seed, "Of order, augmentation and start")->group("Recipe");
    command->add_option("--batch", v.batchSize, "Photos per step")
        ->check(CLI::Range(1, 4096))
        ->group("Recipe");
    const auto cropSize = CLI::Validator(
        [](const std::string& value) {
            const int size = std::atoi(value.c_str());
            return size >= 32 && size <= 1024 && size % 32 == 0
                       ? std::string()
                       : std::string("must be a multiple of 32 from 32 to 1024");
        },
        "PIXELS");
    command->add_option("--crop", v.cropSize, "Side of a sample")->check(cropSize)->group("Recipe");
    command->add_option("--late-batch", v.lateBatchSize, "Photos per step towards the end")
        ->check(CLI::Range(1, 4096))
        ->group("Recipe");
    command->add_option("--late-crop", v.lateCropSize, "Side of a sample towards the end")
        ->check(cropSize)
        ->group("Recipe");
    command->add_option("--late-from", v.lateFrom, "Share of the run where the end begins")
        ->check(CLI::Range(0.0, 1.0))
        ->group("Recipe");
    command->add_option("--accumulate", v.accumulation, "Batches to a step of the optimiser")
        ->check(CLI::Range(1, 1024))
        ->group("Recipe");
    command->add_option("--aged", v.agedShare, "Share of samples with the faults of old prints")
        ->check(CLI::Range(0.0, 1.0))
        ->group("Recipe");
    const std::set<std::string> networks{"efficientnet_b0-unet", "efficientnet_b0-noskip",
                                         "plain_cnn-unet", "plain_cnn-noskip"};
    command
        ->add_option("--network", options->network,
                     "efficientnet_b0 or plain_cnn, then -unet or -noskip")
        ->check(CLI::IsMember(networks).description("NAME"))
        ->group("Recipe");
    command
        ->add_option("--cross-entropy", v.crossEntropyWeight,
                     "Weight of the distribution's loss; 0 none")
        ->check(CLI::Range(0.0, 1000.0))
        ->group("Recipe");
    command->add_option("--regression", v.regressionWeight, "Weight of the squared error; 0 none")
        ->check(CLI::Range(0.0, 1000.0))
        ->group("Recipe");
    command->add_option("--precision", options->precision, "mixed (bfloat16 where it is) or fp32")
        ->check(CLI::IsMember({"mixed", "fp32"}))
        ->group("Recipe");
    command->add_option("--lambda", v.lambda, "Of the rebalancing, 0 strong to 1 none")
        ->check(CLI::Range(0.0, 1.0))
        ->group("Recipe");
    command->add_option("--encoder-rate", v.encoderRate, "Learning rate of the encoder")
        ->group("Recipe");
    command->add_option("--decoder-rate", v.decoderRate, "Learning rate of the decoder")
        ->group("Recipe");
    command->add_option("--validation-photos", v.validationPhotos, "Per validation; 0 all")
        ->group("Recipe");

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

} // namespace autochrome
