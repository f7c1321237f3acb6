#include "core/learn/run/training_status.h"

#include "core/base/error_names.h"
#include "core/base/message_json.h"
#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/learn/run/run_folder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array phaseNames{"preparing", "training", "validating", "stopped",
                                "done",      "failed",   "interrupted"};

// A file of one size has its room on a disk that is full now.
constexpr std::size_t statusBytes = 4096;

/// JSON has no word for what is not a number; a loss may well be none.
OrderedJson number(double value)
{
    return std::isfinite(value) ? OrderedJson(value) : OrderedJson();
}

double numberOf(const OrderedJson& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number() ? found->get<double>() : 0.0;
}

Message messageIn(const OrderedJson& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() ? messageOf(*found) : Message();
}

OrderedJson errorJson(const Error& error)
{
    return {{"code", errorCodeName(error.code)},
            {"message", messageJson(error.message)},
            {"detail", error.detail}};
}

} // namespace

const char* trainingPhaseName(TrainingPhase phase)
{
    return phaseNames[std::size_t(phase)];
}

std::string TrainingStatus::toJson() const
{
    OrderedJson json{{"state", trainingPhaseName(phase)},
                     {"activity", messageJson(activity)},
                     {"activityDone", number(activityDone)},
                     {"name", name},
                     {"step", step},
                     {"totalSteps", totalSteps},
                     {"totalMinutes", number(totalMinutes)},
                     {"fraction", number(fraction)},
                     {"samples", samples},
                     {"photos", photos},
                     {"validationPhotos", validationPhotos},
                     {"imagesPerSecond", number(imagesPerSecond)},
                     {"waitShare", number(waitShare)},
                     {"secondsSpent", number(secondsSpent)},
                     {"secondsLeft", number(secondsLeft)},
                     {"loss", number(loss)},
                     {"crossEntropy", number(crossEntropy)},
                     {"regression", number(regression)},
                     {"photoError", number(photoError)},
                     {"gradientNorm", number(gradientNorm)},
                     {"learningRate", number(learningRate)},
                     {"checkpointStep", checkpointStep},
                     {"sampleStep", sampleStep},
                     {"device", device},
                     {"precision", precision},
                     {"batch", batchSize},
                     {"crop", cropSize},
                     {"memory", memory},
                     {"peakMemory", peakMemory},
                     {"skipped",
                      {{"corrupt", skipped.corrupt},
                       {"grey", skipped.grey},
                       {"toned", skipped.toned},
                       {"small", skipped.small}}},
                     {"note", messageJson(note)},
                     {"pid", process},
                     {"time", number(time)}};
    if (gpuMemory)
        json["gpuMemory"] = *gpuMemory;
    if (gpuMemorySize)
        json["gpuMemorySize"] = *gpuMemorySize;
    if (error)
        json["error"] = errorJson(*error);
    return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace);
}

Result<TrainingStatus> TrainingStatus::fromJson(const std::string& content)
{
    try {
        const OrderedJson json = OrderedJson::parse(content);
        TrainingStatus status;
        const std::string phase = json.at("state");
        const auto known = std::find(phaseNames.begin(), phaseNames.end(), phase);
        if (known == phaseNames.end())
            throw std::runtime_error("state " + phase);
        status.phase = TrainingPhase(known - phaseNames.begin());
        status.activity = messageIn(json, "activity");
        status.activityDone = numberOf(json, "activityDone");
        status.name = json.value("name", "");
        status.step = json.at("step");
        status.totalSteps = json.value("totalSteps", std::int64_t(0));
        status.totalMinutes = numberOf(json, "totalMinutes");
        status.fraction = numberOf(json, "fraction");
        status.samples = json.value("samples", std::int64_t(0));
        status.photos = json.value("photos", std::int64_t(0));
        status.validationPhotos = json.value("validationPhotos", std::int64_t(0));
        status.imagesPerSecond = numberOf(json, "imagesPerSecond");
        status.waitShare = numberOf(json, "waitShare");
        status.secondsSpent = numberOf(json, "secondsSpent");
        status.secondsLeft = numberOf(json, "secondsLeft");
        status.loss = numberOf(json, "loss");
        status.crossEntropy = numberOf(json, "crossEntropy");
        status.regression = numberOf(json, "regression");
        status.photoError = numberOf(json, "photoError");
        status.gradientNorm = numberOf(json, "gradientNorm");
        status.learningRate = numberOf(json, "learningRate");
        status.checkpointStep = json.value("checkpointStep", std::int64_t(-1));
        status.sampleStep = json.value("sampleStep", std::int64_t(-1));
        status.device = json.value("device", "");
        status.precision = json.value("precision", "");
        status.batchSize = json.value("batch", 0);
        status.cropSize = json.value("crop", 0);
        status.memory = json.value("memory", std::uint64_t(0));
        status.peakMemory = json.value("peakMemory", std::uint64_t(0));
        if (json.contains("gpuMemory"))
            status.gpuMemory = json["gpuMemory"].get<std::uint64_t>();
        if (json.contains("gpuMemorySize"))
            status.gpuMemorySize = json["gpuMemorySize"].get<std::uint64_t>();
        const OrderedJson skipped = json.value("skipped", OrderedJson::object());
        const auto count = [&](const char* key) { return skipped.value(key, std::int64_t(0)); };
        status.skipped = {count("corrupt"), count("grey"), count("toned"), count("small")};
        status.note = messageIn(json, "note");
        if (json.contains("error")) {
            const OrderedJson& error = json["error"];
            status.error = Error{errorCodeNamed(error.at("code").get<std::string>()),
                                 messageOf(error.at("message")), error.value("detail", "")};
        }
        status.process = json.value("pid", 0);
        status.time = numberOf(json, "time");
        return status;
    } catch (const std::exception& error) {
        return failure(ErrorCode::Corrupt, text("The status of the training run is damaged."),
                       error.what());
    }
}

Result<TrainingStatus> readTrainingStatus(const std::filesystem::path& folder)
{
    const auto read = [&] {
        return readSmallFile(RunFolder(folder).status()).and_then(&TrainingStatus::fromJson);
    };
    auto status = read();
    if (!status && status.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::NotFound,
                       text("No training has been started in the folder “%1”.", {folder.string()}));
    if (!status || !status->isRunning() || isTraining(folder))
        return status;
    // It may have ended between the two looks: then its last word is there now.
    status = read();
    if (!status || !status->isRunning() || isTraining(folder))
        return status;
    status->phase = TrainingPhase::Interrupted;
    status->error =
        Error{ErrorCode::Internal,
              text("The training ended without a word: it was killed, the computer was switched "
                   "off, or its memory ran out."),
              "process " + std::to_string(status->process) + " is gone"};
    return status;
}

Result<void> writeTrainingStatus(const std::filesystem::path& folder, const TrainingStatus& status)
{
    std::string content = status.toJson();
    content.resize(std::max(content.size() + 1, statusBytes), ' ');
    content.back() = '\n';
    return replaceSmallFile(RunFolder(folder).status(), content, WhenFull::WriteInPlace);
}

} // namespace autochrome::inline learn
