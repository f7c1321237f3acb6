#include "app/cli/train/train_options.h"

#include "core/base/text.h"
#include "core/learn/loop/checkpoint.h"
#include "core/learn/loop/settings_check.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/loop/training_parameters.h"
#include "core/learn/run/training_run.h"

#include <CLI/CLI.hpp>

#include <set>

namespace autochrome::cli {
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
    if (given("--minutes") || given("--steps") || given("--epochs"))
        settings.minutes = settings.steps = 0; // unless it is they that were given
    options.values.applyTo(settings);
    if (given("--network"))
        settings.architecture = "autochrome-" + options.network;
    if (settings.crossEntropyWeight <= 0 && settings.regressionWeight <= 0)
        return failure(ErrorCode::Usage,
                       text("At least one of the two losses needs a weight above 0."));
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
    command.add_option("--from", options.start, "Autochrome model to go on from, encoder included")
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
    command.add_flag("--resume", options.resume,
                     "Go on in --out, with the options it was started with");
    command.add_flag("--estimate", options.estimate, "Only say what it would take");
    command.add_flag("--json", options.json, "With --estimate: as one JSON object");
    command.add_option("--device", options.device, "auto, cpu or cuda:N")->capture_default_str();
    command.add_option("--threads", options.threads, "Threads of the network (0: all cores)");
    command.add_option("--workers", options.workers, "Threads that decode photos (0: all cores)");
    command.add_option("--note", options.notes, "KEY=TEXT for the model's card; may repeat");
    command
        .add_option("--checkpoint-minutes", options.checkpointMinutes,
                    "Minutes between checkpoints")
        ->capture_default_str();
    command
        .add_option("--validate-minutes", options.validationMinutes, "Minutes between validations")
        ->capture_default_str();

    for (const TrainingParameter& row : trainingParameters()) {
        if (!*row.option.names)
            continue;
        CLI::Option* option = options.values.add(command, row)->group("Recipe");
        if (const std::string key = row.key; key == "minutes" || key == "steps" || key == "epochs")
            option->check(CLI::PositiveNumber.description(""));
    }
    const std::set<std::string> networks{"efficientnet_b0-unet", "efficientnet_b0-noskip",
                                         "plain_cnn-unet", "plain_cnn-noskip"};
    command
        .add_option("--network", options.network,
                    "efficientnet_b0 or plain_cnn, then -unet or -noskip")
        ->check(CLI::IsMember(networks).description("NAME"))
        ->group("Recipe");
}

} // namespace autochrome::cli
