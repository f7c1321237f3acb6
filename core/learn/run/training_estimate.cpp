#include "core/learn/run/training_estimate.h"

#include "core/base/machine_memory.h"
#include "core/base/text.h"
#include "core/learn/data/sample_source.h"
#include "core/learn/loop/autocast.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/loop/training_failure.h"
#include "core/learn/run/gpu_memory.h"
#include "core/learn/run/step_trial.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <thread>

namespace autochrome::inline learn {
namespace {

// Of the default network: measured on two cores of a server with AVX-512 and bfloat16. Another
// machine is off by its own factor. Those of a GPU are reckoned, not measured.
constexpr double cpuSecondsPerPixel = 6.4e-6; // of one core
constexpr double gpuSecondsPerPixel = 2.6e-8;
constexpr double frozenShare = 0.6;        // of a whole step's time, while the encoder is frozen
constexpr double lookShare = 0.3;          // the same, only looking
constexpr double cpuDecodeSeconds = 0.012; // a photo, of one core
constexpr std::uint64_t mixedBytesPerPixel = 1650;
constexpr std::uint64_t floatBytesPerPixel = 2650;
constexpr std::uint64_t programBytes = std::uint64_t(260) << 20; // libraries and their buffers
constexpr std::uint64_t contextBytes = std::uint64_t(600) << 20; // of CUDA
constexpr double scenePixels = 1.35;                             // of a square of its short side

/// What both ways of estimating know.
struct Costs
{
    double secondsPerPixel = 0;
    double frozenSecondsPerPixel = 0;
    double lookSecondsPerPixel = 0;
    double decodeSeconds = 0; ///< a sample, all workers together
    std::uint64_t bytesPerPixel = 0;
    bool isGpu = false;
};

int coresOf(const TrainingIdea& idea)
{
    return idea.threads > 0 ? idea.threads : std::max(1, int(std::thread::hardware_concurrency()));
}

Costs fromTable(const TrainingIdea& idea, torch::Device device)
{
    Costs costs;
    const bool isGpu = device.is_cuda();
    const bool isMixed = idea.settings.bf16 && Bf16Autocast::isAvailable(device);
    costs.isGpu = isGpu;
    // More cores help less and less.
    const double cores = std::pow(double(coresOf(idea)), 0.85);
    costs.secondsPerPixel = isGpu ? gpuSecondsPerPixel : cpuSecondsPerPixel / cores;
    costs.frozenSecondsPerPixel = costs.secondsPerPixel * frozenShare;
    costs.lookSecondsPerPixel = costs.secondsPerPixel * lookShare;
    costs.decodeSeconds = cpuDecodeSeconds / cores;
    costs.bytesPerPixel = isMixed ? mixedBytesPerPixel : floatBytesPerPixel;
    return costs;
}

/// On a GPU photos are decoded beside the steps; on a CPU both want the same cores.
double together(const Costs& costs, double network, double decoding)
{
    return costs.isGpu ? std::max(network, decoding) : network + decoding;
}

double stepSeconds(const TrainingSettings& settings, const Costs& costs, bool late, bool frozen)
{
    const double batch = late ? settings.lateBatchSize : settings.batchSize;
    const double side = late ? settings.lateCropSize : settings.cropSize;
    const double perPixel = frozen ? costs.frozenSecondsPerPixel : costs.secondsPerPixel;
    return settings.accumulation *
           together(costs, batch * side * side * perPixel, batch * costs.decodeSeconds);
}

/// The mean over a run, whose beginning may be frozen and whose end may have other sizes.
double meanStepSeconds(const TrainingSettings& settings, const Costs& costs)
{
    constexpr int parts = 100;
    double sum = 0;
    for (int i = 0; i < parts; ++i) {
        const double moment = (i + 0.5) / parts;
        sum += stepSeconds(settings, costs, moment >= settings.lateFrom,
                           moment < settings.frozenUntil);
    }
    return sum / parts;
}

double largestStepPixels(const TrainingSettings& settings)
{
    const double early = double(settings.batchSize) * settings.cropSize * settings.cropSize;
    const double late =
        double(settings.lateBatchSize) * settings.lateCropSize * settings.lateCropSize;
    return settings.lateFrom < 1 ? std::max(early, late) : early;
}

/// Weights, gradients, average and the optimiser's two moments, as float32.
std::uint64_t stateBytes(const TrainingSettings& settings)
{
    return std::uint64_t(weightCount(settings.architecture)) * 4 * 5;
}

std::uint64_t fixedBytes(const TrainingSettings& settings, const Costs& costs)
{
    return costs.isGpu ? contextBytes + stateBytes(settings) : programBytes + stateBytes(settings);
}

std::uint64_t diskBytes(const TrainingIdea& idea, const TrainingEstimate& estimate)
{
    const auto weights = std::uint64_t(weightCount(idea.settings.architecture));
    // A new checkpoint, and a new model, stand beside the old one for a moment.
    const std::uint64_t copies = idea.settings.startShare > 0 ? 5 : 4;
    const std::uint64_t checkpoint = 2 * weights * copies * 4;
    const std::uint64_t model = 2 * weights * 2;
    const std::uint64_t table = std::uint64_t(estimate.steps) * 100;
    const std::uint64_t index = std::uint64_t(idea.photos + idea.validationPhotos) * 80;
    const std::uint64_t samples =
        idea.validationPhotos > 0
            ? std::uint64_t(std::min<std::int64_t>(estimate.validations, 200)) * 6 * 25000
            : 0;
    return checkpoint + model + table + index + samples;
}

/// How many photos a validation sees; the last one of a run sees all.
std::int64_t photosSeen(const TrainingIdea& idea, bool last)
{
    const TrainingSettings& s = idea.settings;
    const std::int64_t all = idea.validationPhotos;
    return s.validationPhotos > 0 && (!last || s.keepBest) ? std::min(s.validationPhotos, all)
                                                           : all;
}

void addTime(const TrainingIdea& idea, const Costs& costs, TrainingEstimate& estimate)
{
    const TrainingSettings& s = idea.settings;
    const double mean = std::max(1e-9, meanStepSeconds(s, costs));
    estimate.secondsPerStep = stepSeconds(s, costs, s.lateFrom <= 0, s.frozenUntil > 0);
    const double side = s.validationShortSide;
    const double scene =
        together(costs, scenePixels * side * side * costs.lookSecondsPerPixel, costs.decodeSeconds);
    const double look = idea.validationPhotos > 0 ? scene * double(photosSeen(idea, false)) : 0;
    const double lastLook = idea.validationPhotos > 0 ? scene * double(photosSeen(idea, true)) : 0;
    const std::int64_t total = s.totalSteps(std::max<std::int64_t>(1, idea.photos));
    const double planned = total > 0 ? double(total) * mean : s.minutes * 60;
    double looks = 0;
    if (idea.validationPhotos > 0 && s.validationEpochs > 0)
        looks =
            planned / mean / std::max(1.0, s.validationEpochs * double(idea.photos) / s.batchSize);
    else if (idea.validationPhotos > 0 && idea.validationMinutes > 0)
        looks = planned / (idea.validationMinutes * 60);
    // A run that is given a time counts its validations in.
    const double steps = total > 0 ? double(total) : std::max(0.0, planned - looks * look) / mean;
    estimate.steps = std::max<std::int64_t>(1, std::llround(steps));
    estimate.validations = idea.validationPhotos > 0 ? std::int64_t(std::floor(looks)) + 1 : 0;
    estimate.seconds = (total > 0 ? planned + looks * look : planned) + lastLook;
}

void addRoom(const TrainingIdea& idea, const Costs& costs, int gpu, TrainingEstimate& estimate)
{
    const auto pixels = std::uint64_t(largestStepPixels(idea.settings));
    const std::uint64_t batch = pixels * costs.bytesPerPixel;
    const std::uint64_t fixed = fixedBytes(idea.settings, costs);
    // Weights are made, and checkpoints written, on the machine, wherever the steps are made.
    const std::uint64_t host = programBytes + stateBytes(idea.settings);
    std::uint64_t room = availableMemory();
    if (costs.isGpu) {
        estimate.gpuMemory = fixed + batch;
        estimate.memory = host;
        const auto memory = gpuMemory(gpu);
        room = memory ? memory->size - memory->used : 0;
    } else {
        estimate.memory = fixed + batch;
    }
    const double side =
        std::max(idea.settings.cropSize,
                 idea.settings.lateFrom < 1 ? idea.settings.lateCropSize : idea.settings.cropSize);
    const double perPhoto = side * side * double(std::max<std::uint64_t>(1, costs.bytesPerPixel));
    estimate.largestBatch = room > fixed ? int(double(room - fixed) / perPhoto) : 0;
    estimate.disk = diskBytes(idea, estimate);
}

Result<torch::Device> deviceOf(const TrainingIdea& idea)
{
    if (weightCount(idea.settings.architecture) == 0)
        return failure(ErrorCode::Usage,
                       text("There is no network called “%1”.", {idea.settings.architecture}));
    return Trainer::deviceFor(idea.device);
}

TrainingEstimate estimateFrom(const TrainingIdea& idea, const Costs& costs, torch::Device device)
{
    TrainingEstimate estimate;
    addTime(idea, costs, estimate);
    addRoom(idea, costs, std::max(0, int(device.index())), estimate);
    return estimate;
}

/// Seconds a sample of `source` takes, all its threads at work.
double decodeSeconds(SampleSource& source, const TrainingSettings& settings)
{
    using Clock = std::chrono::steady_clock;
    constexpr int count = 16;
    double seconds = 0;
    for (int round = 0; round < 2; ++round) { // the first one fills the disk's cache, and others
        const Clock::time_point start = Clock::now();
        source.request({round * count, count, settings.cropSize});
        if (!source.take())
            return 0;
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return seconds / count;
}

} // namespace

Result<TrainingEstimate> estimateTraining(const TrainingIdea& idea)
{
    const auto device = deviceOf(idea);
    if (!device)
        return tl::make_unexpected(device.error());
    return estimateFrom(idea, fromTable(idea, *device), *device);
}

Result<TrainingEstimate> measureTraining(const TrainingIdea& idea, SampleSource* source,
                                         const Progress& progress)
try {
    const auto device = deviceOf(idea);
    if (!device)
        return tl::make_unexpected(device.error());
    torch::set_num_threads(coresOf(idea));
    Costs costs = fromTable(idea, *device);
    if (source)
        costs.decodeSeconds = decodeSeconds(*source, idea.settings);
    const StepTrial trial = tryStep(idea.settings, *device, progress);
    costs.secondsPerPixel = trial.secondsPerPixel;
    costs.frozenSecondsPerPixel = trial.frozenSecondsPerPixel;
    costs.lookSecondsPerPixel = trial.lookSecondsPerPixel;
    if (!costs.isGpu)
        costs.bytesPerPixel = std::max(costs.bytesPerPixel / 2, trial.bytesPerPixel);
    TrainingEstimate estimate = estimateFrom(idea, costs, *device);
    estimate.isMeasured = true;
    return estimate;
} catch (const Cancelled&) {
    return failure(ErrorCode::Cancelled, text("Stopped."));
} catch (const c10::Error& error) {
    return tl::make_unexpected(trainingFailure(error, idea.settings.batchSize));
} catch (const std::bad_alloc& error) {
    return tl::make_unexpected(trainingFailure(error, idea.settings.batchSize));
}

} // namespace autochrome::inline learn
