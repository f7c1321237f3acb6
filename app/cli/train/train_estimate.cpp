#include "app/cli/train/train_estimate.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/train/train_sources.h"
#include "core/base/error_names.h"
#include "core/base/text.h"
#include "core/learn/loop/step_memory.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/run/training_estimate.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

namespace autochrome::cli {
namespace {

std::string toJson(const TrainingIdea& idea, const TrainingEstimate& estimate,
                   const std::vector<Error>& problems)
{
    nlohmann::ordered_json json{
        {"photos", idea.photos},           {"validationPhotos", idea.validationPhotos},
        {"seconds", estimate.seconds},     {"secondsPerStep", estimate.secondsPerStep},
        {"steps", estimate.steps},         {"validations", estimate.validations},
        {"memory", estimate.memory},       {"gpuMemory", estimate.gpuMemory},
        {"disk", estimate.disk},           {"largestBatch", estimate.largestBatch},
        {"measured", estimate.isMeasured}, {"problems", nlohmann::ordered_json::array()}};
    for (const Error& problem : problems)
        json["problems"].push_back(
            {{"code", errorCodeName(problem.code)}, {"message", inWords(problem.message)}});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void print(const TrainingIdea& idea, const TrainingEstimate& estimate)
{
    const auto minutes = static_cast<long long>(estimate.seconds / 60 + 0.5);
    std::printf("photos   %lld to learn from, %lld to validate on\n",
                static_cast<long long>(idea.photos), static_cast<long long>(idea.validationPhotos));
    std::printf("time     about %lld:%02lld hours: %lld steps of %.2f s, %lld validations\n",
                minutes / 60, minutes % 60, static_cast<long long>(estimate.steps),
                estimate.secondsPerStep, static_cast<long long>(estimate.validations));
    std::printf("memory   about %.1f GB\n", double(estimate.memory) / 1e9);
    if (estimate.gpuMemory > 0)
        std::printf("GPU      about %.1f GB\n", double(estimate.gpuMemory) / 1e9);
    std::printf("disk     about %.1f GB\n", double(estimate.disk) / 1e9);
    std::printf("batch    at most %d photos fit now\n", estimate.largestBatch);
}

Result<std::unique_ptr<SampleSource>> open(const std::vector<std::string>& names, DataSplit split,
                                           const TrainOptions& options,
                                           const TrainingSettings& settings,
                                           const Progress& progress)
{
    const auto device = Trainer::deviceFor(options.device);
    if (!device)
        return tl::make_unexpected(device.error());
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    const int workers = options.workers > 0 ? options.workers : std::min(8, cores);
    return openSource({names, split, workers, {}}, settings, *device, progress);
}

} // namespace

Result<int> printEstimate(const TrainOptions& options, const TrainingSettings& settings)
{
    const Progress progress;
    const Interrupt interrupt(progress);
    keepMemoryBetweenSteps();
    TrainingIdea idea;
    idea.settings = settings;
    idea.device = options.device;
    idea.threads = options.threads;
    idea.validationMinutes = options.validationMinutes;
    auto training = open(options.data, DataSplit::Train, options, settings, progress);
    if (!training)
        return tl::make_unexpected(training.error());
    idea.photos = (*training)->photoCount();
    if (!options.validation.empty()) {
        const auto validation =
            open(options.validation, DataSplit::Validation, options, settings, progress);
        if (!validation)
            return tl::make_unexpected(validation.error());
        idea.validationPhotos = (*validation)->photoCount();
    }
    const auto estimate = measureTraining(idea, training->get(), progress);
    if (!estimate)
        return tl::make_unexpected(estimate.error());
    const std::vector<Error> problems = checkTraining(idea, *estimate, options.out);
    if (options.json)
        std::cout << toJson(idea, *estimate, problems) + "\n";
    else
        print(idea, *estimate);
    for (const Error& problem : problems)
        complain(problem.message);
    return problems.empty() ? AllDone : SomeFailed;
}

} // namespace autochrome::cli
