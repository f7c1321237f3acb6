#include "app/cli/train/train_damage_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/train/command_line.h"
#include "core/learn/damage/damage_samples.h"
#include "core/learn/damage/damage_trainer.h"
#include "core/learn/loop/step_memory.h"

#include <CLI/CLI.hpp>
#include <opencv2/core/utility.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::cli {
namespace {

struct TrainDamageOptions
{
    std::vector<std::string> data;
    std::string out;
    DamageTrainingSettings settings;
    DamageTrainingPlan plan;
    std::string samples;
};

int trainIt(const TrainDamageOptions& options, const std::string& commandLine)
{
    const Progress progress;
    const Interrupt interrupt(progress);
    keepMemoryBetweenSteps();
    cv::setNumThreads(1); // each worker makes a sample of its own
    DamageTrainingPlan plan = options.plan;
    plan.folder = options.out;
    plan.details["command_line"] = commandLine;
    const std::vector<std::filesystem::path> paths(options.data.begin(), options.data.end());
    const auto card =
        PhotoIndex::build(paths, progress, DataSplit::Train).and_then([&](const PhotoIndex& index) {
            std::printf("%lld photos to learn from\nsettings %s\n",
                        static_cast<long long>(index.count()), options.settings.toJson().c_str());
            if (!options.samples.empty()) {
                const DamageTrainingSettings& settings = options.settings;
                if (auto written = writeDamageSamples(
                        index, {settings.batch, settings.side, settings.seed, 1, 0},
                        options.samples);
                    !written)
                    return Result<DamageCard>(tl::make_unexpected(written.error()));
            }
            DamageTrainer trainer(options.settings, plan);
            return trainer.run(index, progress, [](const DamageTrainingNews& news) {
                std::printf("step %lld  loss %.4f  %.0f %%  %.1f min\n",
                            static_cast<long long>(news.step), news.loss, 100 * news.fraction,
                            news.seconds / 60);
                std::fflush(stdout);
            });
        });
    if (!card) {
        complain(card.error().message);
        if (!card.error().detail.empty())
            std::fprintf(stderr, "  %s\n", printable(card.error().detail).c_str());
        if (card.error().code == ErrorCode::Cancelled && Interrupt::signal() != 0)
            return SignalBase + Interrupt::signal();
        return card.error().code == ErrorCode::Usage ? WrongUsage : SomeFailed;
    }
    std::printf("wrote %s\n", (plan.folder / (plan.name + ".safetensors")).c_str());
    return AllDone;
}

} // namespace

void addTrainDamageCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<TrainDamageOptions>();
    DamageTrainingSettings& settings = options->settings;
    DamageTrainingPlan& plan = options->plan;
    CLI::App* command = program.add_subcommand(
        "train-damage", "Train a network that finds damage, on sound photos");
    command->footer(
        "Example:\n"
        "  autochrome-cli train-damage --data photos/ --out my/ --minutes 60\n"
        "\n"
        "The photos get damage whose places are known: cracks, scratches, dust, stains.\n"
        "Ctrl+C stops at a checkpoint; --resume with the same settings goes on.");
    command->add_option("--data", options->data, "Folders, tar archives or lists (.txt) of photos")
        ->required()
        ->type_name("DIR|TAR|LIST");
    command->add_option("-o,--out", options->out, "Folder for checkpoint and model")->required();
    command->add_option("--name", plan.name, "The model's name")->capture_default_str();
    auto* steps = command->add_option("--steps", settings.steps, "Length of the run, in steps")
                      ->check(CLI::Range(1, 100000000));
    auto* minutes =
        command->add_option("--minutes", settings.minutes, "Length of the run, in minutes")
            ->check(CLI::PositiveNumber);
    command->add_option("--batch", settings.batch, "Samples in a step")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command->add_option("--crop", settings.side, "Side of the samples in pixels, a multiple of 16")
        ->check(CLI::Validator(
            [](const std::string& value) {
                const int side = std::atoi(value.c_str());
                return side >= 64 && side <= 1024 && side % 16 == 0
                           ? std::string()
                           : "Value " + value + " is not a multiple of 16 from 64 to 1024";
            },
            ""))
        ->capture_default_str();
    command->add_option("--rate", settings.rate, "Highest learning rate")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--seed", settings.seed, "Of samples and first weights")
        ->capture_default_str();
    command->add_flag("!--no-bf16", settings.bf16, "Compute in float32 alone");
    command->add_option("--threads", plan.threads, "Of the network (0: all cores)");
    command->add_option("--workers", plan.workers, "That make samples")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--checkpoint-minutes", plan.checkpointMinutes, "Between checkpoints")
        ->capture_default_str();
    command
        ->add_option("--samples", options->samples,
                     "Write the first samples and their truth as pictures into this folder")
        ->type_name("DIR");
    command->add_flag("--resume", plan.resumes, "Go on from the checkpoint in --out");
    command->callback([command, options, steps, minutes, &exitCode] {
        if (steps->count() + minutes->count() == 0)
            throw CLI::RequiredError("--steps or --minutes");
        exitCode = trainIt(*options, commandLineOf(*command));
    });
}

} // namespace autochrome::cli
