#include "app/cli/evaluate_damage_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "core/base/text.h"
#include "core/collection/photo_index.h"
#include "core/edit/repair/damage_finding.h"
#include "core/learn/damage/damage_lines.h"
#include "core/learn/damage/damage_score.h"
#include "core/learn/damage/damaged_photo.h"
#include "core/learn/data/photo_sampler.h"
#include "core/network/damage/damage_model.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::cli {
namespace {

constexpr const char* kindNames[] = {"any", "line", "spot", "area"};

struct EvaluateDamageOptions
{
    std::vector<std::string> photos;
    std::string model;
    double level = 50;
    std::uint64_t seed = 1000;
    bool json = false;
};

struct DamageFigures
{
    std::int64_t photos = 0;
    DamageScore damaged;
    DamageScore sound;
};

/// What is found in a picture, and what it is taken for.
struct Places
{
    cv::Mat found;
    cv::Mat kinds;
};

Result<Places> placesIn(DamageModel& model, const cv::Mat_<float>& luminance, double level,
                        const Progress& progress)
{
    const std::vector<float> values(luminance.begin(), luminance.end());
    return model.look(values, luminance.rows, luminance.cols, progress)
        .map([&](const DamageProbabilities& said) {
            DamageFinding finding;
            for (std::size_t kind = 0; kind < said.size(); ++kind)
                finding.probability[kind] = cv::Mat(said[kind], true).reshape(1, luminance.rows);
            Places places{damagedPlaces(finding, level, luminance.size()),
                          cv::Mat(luminance.size(), CV_8U, cv::Scalar(int(DamageKind::Line)))};
            cv::Mat most = finding.probability[int(DamageKind::Line)].clone();
            for (const DamageKind kind : {DamageKind::Spot, DamageKind::Area}) {
                const cv::Mat& of = finding.probability[std::size_t(kind)];
                places.kinds.setTo(int(kind), of > most);
                most = cv::max(most, of);
            }
            return places;
        });
}

Result<DamageFigures> measured(const PhotoIndex& index, const EvaluateDamageOptions& options,
                               const Progress& progress)
{
    auto model = DamageModel::load(options.model);
    if (!model)
        return tl::make_unexpected(model.error());
    DamageFigures figures;
    for (std::int64_t i = 0; i < index.count(); ++i) {
        progress.report(double(i) / double(index.count()), text("Looking for damage"));
        const auto bytes = index.read(i);
        const cv::Mat bgr = bytes ? decodeTrainingPhoto(*bytes, trainingDecodeSide) : cv::Mat();
        if (bgr.empty())
            continue;
        Random random(mixSeed(options.seed, std::uint64_t(i)));
        const double scale = drawLogarithmic(random, 0.7, 1.6);
        const cv::Mat_<float> sound = greyOf(bgr);
        const DamagedPhoto photo = damagePhoto(sound.clone(), scale, DamageShare::Always, random);
        const auto inDamaged = placesIn(**model, photo.luminance, options.level, progress);
        if (!inDamaged)
            return tl::make_unexpected(inDamaged.error());
        const auto inSound = placesIn(**model, sound, options.level, progress);
        if (!inSound)
            return tl::make_unexpected(inSound.error());
        figures.damaged.add(inDamaged->found, inDamaged->kinds, photo.masks, photo.unsure);
        std::array<cv::Mat_<std::uint8_t>, damageKinds> nothing;
        nothing.fill(cv::Mat_<std::uint8_t>(sound.size(), std::uint8_t(0)));
        figures.sound.add(inSound->found, inSound->kinds, nothing, nothing[0]);
        ++figures.photos;
    }
    if (figures.photos == 0)
        return failure(ErrorCode::Corrupt, text("None of the photos can be read."));
    return figures;
}

void printFigures(const DamageFigures& figures, const EvaluateDamageOptions& options)
{
    nlohmann::ordered_json json{{"photos", figures.photos},
                                {"level", options.level},
                                {"seed", options.seed},
                                {"tolerance", DamageScore::tolerance},
                                {"f1", figures.damaged.f1()},
                                {"touched", figures.damaged.touched()},
                                {"touched_of_sound", figures.sound.touched()}};
    for (int kind = 0; kind < damageKinds; ++kind)
        json[kindNames[kind]] = {{"precision", figures.damaged.precision(DamageKind(kind))},
                                 {"recall", figures.damaged.recall(DamageKind(kind))}};
    if (options.json) {
        std::cout << json.dump() + "\n" << std::flush;
        return;
    }
    std::printf("%lld photos, level %g, seed %llu, pixels within %d\n",
                static_cast<long long>(figures.photos), options.level,
                static_cast<unsigned long long>(options.seed), DamageScore::tolerance);
    std::printf("%-6s %10s %10s\n", "kind", "precision", "recall");
    for (int kind = 0; kind < damageKinds; ++kind)
        std::printf("%-6s %10.3f %10.3f\n", kindNames[kind],
                    figures.damaged.precision(DamageKind(kind)),
                    figures.damaged.recall(DamageKind(kind)));
    std::printf("F1 %.3f; touched %.3f %% of the damaged photos, %.4f %% of the same ones sound\n",
                figures.damaged.f1(), 100 * figures.damaged.touched(),
                100 * figures.sound.touched());
}

int evaluateIt(const EvaluateDamageOptions& options)
{
    const Progress progress;
    const Interrupt interrupt(progress);
    const std::vector<std::filesystem::path> paths(options.photos.begin(), options.photos.end());
    const auto figures = PhotoIndex::build(paths, progress).and_then([&](const PhotoIndex& index) {
        return measured(index, options, progress);
    });
    if (!figures) {
        complain(figures.error().message);
        if (figures.error().code == ErrorCode::Cancelled && Interrupt::signal() != 0)
            return SignalBase + Interrupt::signal();
        return SomeFailed;
    }
    printFigures(*figures, options);
    return AllDone;
}

} // namespace

void addEvaluateDamageCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<EvaluateDamageOptions>();
    CLI::App* command = program.add_subcommand(
        "evaluate-damage", "Measure how well a network finds damage, on sound photos");
    command->footer(
        "Example:\n"
        "  autochrome-cli evaluate-damage photos/ -m damage-1.safetensors\n"
        "\n"
        "Each photo is measured twice: with damage whose places are known, and as it is.");
    command->add_option("IN", options->photos, "Folders, tar archives or lists (.txt) of photos")
        ->required()
        ->type_name("DIR|TAR|LIST");
    command->add_option("-m,--model", options->model, "The network's file")
        ->required()
        ->type_name("FILE");
    command->add_option("--level", options->level, "Sensitivity, as of --repair")
        ->check(CLI::Range(0.5, 100.0))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Of the damage")->capture_default_str();
    command->add_flag("--json", options->json, "The figures as JSON");
    command->callback([options, &exitCode] { exitCode = evaluateIt(*options); });
}

} // namespace autochrome::cli
