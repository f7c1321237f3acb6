#include "app/cli/train/train_options.h"

#include "core/base/text.h"
#include "core/learn/loop/checkpoint.h"
#include "core/learn/loop/settings_check.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/run/training_run.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <set>

namespace autochrome::cli {
namespace {

template <class Number>
CLI::Range rangeOf(const char* key)
{
    const SettingRange range = *settingRange(key);
    return CLI::Range(Number(range.least), Number(range.most));
}

} // namespace

Result<TrainOptions> withRecord(const CLI::App& command, TrainOptions options)
{
    if (!options.resume) {
        if (options.data.empty())
            return failure(ErrorCode::Usage, text("Name the photos to learn from with --data."));
        return options;
    }
    const auto run = readTrainingRun(options.out);
    if (!run) {
        // A run of a version that kept no record goes on with what the command line says.
        if (!options.data.empty())
            return options;
        if (run.error().code != ErrorCode::NotFound)
            return tl::make_unexpected(run.error());
        return failure(ErrorCode::Usage,
                       text("The folder “%1” does not say which photos were learnt from; name them "
                            "with --data.",
                            {options.out}));
    }
    const auto given = [&](const char* name) { return command.count(name) > 0; };
    const auto names = [](const std::vector<std::filesystem::path>& paths) {
        return std::vector<std::string>(paths.begin(), paths.end());
    };
    if (!given("--data"))
        options.data = names(run->data);
    if (!given("--val"))
        options.validation = names(run->validation);
    if (!given("--encoder"))
        options.encoder = run->encoder.string();
    if (!given("--from"))
        options.start = run->start.string();
    if (!given("--name"))
        options.name = run->name;
    if (!given("--device"))
        options.device = run->device;
    if (!given("--threads"))
        options.threads = run->threads;
    if (!given("--workers"))
        options.workers = run->workers;
    if (!given("--checkpoint-minutes"))
        options.checkpointMinutes = run->checkpointMinutes;
    if (!given("--validate-minutes"))
        options.validationMinutes = run->validationMinutes;
    if (!given("--note"))
        for (const auto& [key, note] : run->notes)
            options.notes.push_back(std::string(key).append("=").append(note));
    options.record = *run;
    return options;
}

Result<TrainingSettings> settingsFor(const CLI::App& command, TrainOptions& options)
{
    const auto given = [&](const char* name) { return command.count(name) > 0; };
    TrainingSettings settings =
        TrainingSettings::ofPreset(options.preset).value_or(TrainingSettings::house());
    if (options.resume) {
        const auto head = readCheckpointHead(Trainer::checkpointPath(options.out));
        std::error_code error;
        const bool isBegun =
            std::filesystem::exists(Trainer::checkpointPath(options.out), error) || error;
        // It ended before its first checkpoint: the record is enough to begin it again.
        options.resume = isBegun || !options.record;
        if (!head && options.resume)
            return tl::make_unexpected(head.error());
        settings = head ? head->settings : options.record->settings;
    }
    if (given("--settings")) {
        const bool isBase = options.record || given("--preset") || options.resume;
        auto read =
            settingsFromFile(options.settings, isBase ? std::optional(settings) : std::nullopt);
        if (!read)
            return tl::make_unexpected(read.error());
        settings = std::move(*read);
    }
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
    if (given("--photo-error"))
        settings.photoWeight = v.photoWeight;
    if (given("--vividness"))
        settings.vividness = v.vividness;
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

void addTrainOptions(CLI::App& command, TrainOptions& options)
{
    command
        .add_option("--data", options.data,
                    "Folders, tar archives, lists (.txt) or shards of photos")
        ->type_name("DIR|TAR|LIST|SHARD");
    command.add_option("--val", options.validation, "Photos to validate on, none of --data")
        ->type_name("DIR|TAR|LIST");
    command.add_option("--encoder", options.encoder, "Pretrained EfficientNet-B0 (safetensors)")
        ->check(CLI::ExistingFile);
    command.add_option("--from", options.start, "Model of ours to go on from, encoder and all")
        ->check(CLI::ExistingFile)
        ->excludes("--encoder");
    command.add_option("--out", options.out, "Folder for checkpoint and model")->required();
    command.add_option("--name", options.name, "Name of the model")->capture_default_str();
    command.add_option("--preset", options.preset, "Recipe to start from")
        ->check(CLI::IsMember({"house", "paper", "fine-tune"}))
        ->capture_default_str();
    command.add_option("--settings", options.settings, "Values of the recipe, a JSON file")
        ->check(CLI::ExistingFile)
        ->type_name("FILE");
    command.add_flag("--resume", options.resume, "Go on in --out, with all that it was given");
    command.add_flag("--estimate", options.estimate, "Only say what it would take, and end");
    command.add_flag("--json", options.json, "With --estimate: as one JSON object");
    command.add_option("--device", options.device, "auto, cpu or cuda:N")->capture_default_str();
    command.add_option("--threads", options.threads, "Threads of the network (0: all cores)");
    command.add_option("--workers", options.workers, "Threads that decode photos (0: all cores)");
    command.add_option("--note", options.notes, "KEY=TEXT for the model's card; may repeat");
    command.add_option("--checkpoint-minutes", options.checkpointMinutes, "Between checkpoints")
        ->capture_default_str();
    command.add_option("--validate-minutes", options.validationMinutes, "Between validations")
        ->capture_default_str();

    TrainingSettings& v = options.values;
    command.add_option("--minutes", v.minutes, "Length as wall-clock time")
        ->check(CLI::PositiveNumber)
        ->group("Recipe");
    command.add_option("--steps", v.steps, "Length in steps")
        ->check(CLI::PositiveNumber)
        ->group("Recipe");
    command.add_option("--epochs", v.epochs, "Length in passes over the photos")
        ->check(CLI::PositiveNumber)
        ->group("Recipe");
    command.add_option("--seed", v.seed, "Of order, augmentation and start")->group("Recipe");
    command.add_option("--batch", v.batchSize, "Photos per step")
        ->check(rangeOf<int>("batchSize"))
        ->group("Recipe");
    const SettingRange crop = *settingRange("cropSize");
    const auto cropSize = CLI::Validator(
        [crop](const std::string& value) {
            const int size = std::atoi(value.c_str());
            return size >= crop.least && size <= crop.most && size % crop.multipleOf == 0
                       ? std::string()
                       : "must be a multiple of " + std::to_string(crop.multipleOf) + " from " +
                             std::to_string(int(crop.least)) + " to " +
                             std::to_string(int(crop.most));
        },
        "PIXELS");
    command.add_option("--crop", v.cropSize, "Side of a sample")->check(cropSize)->group("Recipe");
    command.add_option("--late-batch", v.lateBatchSize, "Photos per step towards the end")
        ->check(rangeOf<int>("lateBatchSize"))
        ->group("Recipe");
    command.add_option("--late-crop", v.lateCropSize, "Side of a sample towards the end")
        ->check(cropSize)
        ->group("Recipe");
    command.add_option("--late-from", v.lateFrom, "Share of the run where the end begins")
        ->check(rangeOf<double>("lateFrom"))
        ->group("Recipe");
    command.add_option("--accumulate", v.accumulation, "Batches to a step of the optimiser")
        ->check(rangeOf<int>("accumulation"))
        ->group("Recipe");
    command.add_option("--aged", v.agedShare, "Share of samples with the faults of old prints")
        ->check(rangeOf<double>("agedShare"))
        ->group("Recipe");
    const std::set<std::string> networks{"efficientnet_b0-unet", "efficientnet_b0-noskip",
                                         "plain_cnn-unet", "plain_cnn-noskip"};
    command
        .add_option("--network", options.network,
                    "efficientnet_b0 or plain_cnn, then -unet or -noskip")
        ->check(CLI::IsMember(networks).description("NAME"))
        ->group("Recipe");
    command
        .add_option("--cross-entropy", v.crossEntropyWeight,
                    "Weight of the distribution's loss; 0 none")
        ->check(rangeOf<double>("crossEntropyWeight"))
        ->group("Recipe");
    command.add_option("--regression", v.regressionWeight, "Weight of the squared error; 0 none")
        ->check(rangeOf<double>("regressionWeight"))
        ->group("Recipe");
    command
        .add_option("--photo-error", v.photoWeight,
                    "Weight of the logarithm of each photo's error; 0 none")
        ->check(rangeOf<double>("photoWeight"))
        ->group("Recipe");
    command
        .add_option("--vividness", v.vividness,
                    "Of the colours that --photo-error asks for; 1 the least error")
        ->check(rangeOf<double>("vividness"))
        ->group("Recipe");
    command.add_option("--precision", options.precision, "mixed (bfloat16 where it is) or fp32")
        ->check(CLI::IsMember({"mixed", "fp32"}))
        ->group("Recipe");
    command.add_option("--lambda", v.lambda, "Of the rebalancing, 0 strong to 1 none")
        ->check(rangeOf<double>("lambda"))
        ->group("Recipe");
    command.add_option("--encoder-rate", v.encoderRate, "Learning rate of the encoder")
        ->group("Recipe");
    command.add_option("--decoder-rate", v.decoderRate, "Learning rate of the decoder")
        ->group("Recipe");
    command.add_option("--validation-photos", v.validationPhotos, "Per validation; 0 all")
        ->group("Recipe");
}

} // namespace autochrome::cli
