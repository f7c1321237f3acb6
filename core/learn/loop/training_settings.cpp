#include "core/learn/loop/training_settings.h"

#include "core/base/parameter_json.h"
#include "core/base/text.h"
#include "core/learn/loop/training_parameters.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

namespace autochrome::inline learn {

TrainingSettings TrainingSettings::house()
{
    return {};
}

TrainingSettings TrainingSettings::paper()
{
    TrainingSettings settings;
    settings.preset = "paper";
    settings.epochs = 100;
    settings.cropSize = settings.lateCropSize = 224;
    settings.lateBatchSize = settings.batchSize;
    settings.lateFrom = 1;
    settings.agedShare = 0;
    settings.crossEntropyWeight = 0;
    settings.regressionWeight = 1;
    settings.encoderRate = settings.decoderRate = 1e-3;
    settings.weightDecay = 0;
    settings.warmupSteps = 0;
    settings.gradientClip = 0;
    settings.emaDecay = 0;
    return settings;
}

TrainingSettings TrainingSettings::fineTune()
{
    TrainingSettings settings;
    settings.preset = "fine-tune";
    settings.epochs = 20;
    settings.batchSize = settings.lateBatchSize = 16;
    settings.cropSize = settings.lateCropSize = 160;
    settings.lateFrom = 1;
    settings.encoderRate = 3e-5;
    settings.decoderRate = 2e-4;
    settings.warmupSteps = 20;
    settings.emaDecay = 0.99;
    settings.frozenUntil = 0.3;
    settings.fixedStatistics = true;
    settings.startShare = 0.5;
    settings.validationPhotos = 200;
    settings.validationEpochs = 1;
    settings.keepBest = true;
    settings.patience = 8;
    return settings;
}

std::optional<TrainingSettings> TrainingSettings::ofPreset(std::string_view name)
{
    for (const auto make : {&house, &paper, &fineTune})
        if (TrainingSettings settings = make(); settings.preset == name)
            return settings;
    return {};
}

LossWeights TrainingSettings::lossWeights() const
{
    return {.crossEntropy = crossEntropyWeight,
            .regression = regressionWeight,
            .photo = photoWeight,
            .vividness = vividness};
}

std::string TrainingSettings::toJson() const
{
    nlohmann::json json;
    writeParameters(trainingParameters(), *this, json);
    return json.dump();
}

// A setting that an older checkpoint does not name has its default.
Result<TrainingSettings> TrainingSettings::fromJson(const std::string& json)
{
    const auto damaged = [](const std::string& detail) {
        return failure(ErrorCode::Corrupt, text("The settings of the training run are damaged."),
                       detail);
    };
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object())
        return damaged("no JSON object");
    TrainingSettings settings;
    if (const auto read =
            readParameters(trainingParameters(), parsed, settings, JsonReading::Lenient);
        !read)
        return damaged(inWords(read.error().message));
    return settings;
}

std::int64_t TrainingSettings::totalSteps(std::int64_t photos) const
{
    if (minutes > 0)
        return 0;
    if (steps > 0)
        return steps;
    // Early and late steps see different numbers of photos.
    const double perStep = lateFrom * batchSize + (1 - lateFrom) * lateBatchSize;
    return std::max<std::int64_t>(1,
                                  std::llround(epochs * double(photos) / (perStep * accumulation)));
}

double TrainingSettings::fractionDone(std::int64_t step, double secondsSpent,
                                      std::int64_t photos) const
{
    const std::int64_t total = totalSteps(photos);
    const double fraction =
        total > 0 ? double(step) / double(total) : secondsSpent / (minutes * 60.0);
    return std::clamp(fraction, 0.0, 1.0);
}

double TrainingSettings::rateFactor(std::int64_t step, double fraction) const
{
    const double warm =
        warmupSteps > 0 ? std::min(1.0, double(step + 1) / double(warmupSteps)) : 1.0;
    const double cosine = 0.5 * (1.0 + std::cos(std::numbers::pi * fraction));
    return warm * (finalRate + (1.0 - finalRate) * cosine);
}

} // namespace autochrome::inline learn
