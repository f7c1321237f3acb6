#include "core/base/machine_memory.h"
#include "core/base/text.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/run/gpu_memory.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_estimate.h"

#include <algorithm>
#include <cmath>
#include <unistd.h>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;

std::string inGigabytes(std::uint64_t bytes)
{
    const long long tenths = std::llround(double(bytes) / 1e8);
    return std::to_string(tenths / 10)
        .append(".")
        .append(std::to_string(tenths % 10))
        .append(" GB");
}

/// The nearest folder that is there: a run's own may not be made yet.
fs::path existing(fs::path folder)
{
    std::error_code error;
    folder = fs::absolute(folder, error);
    while (!fs::exists(folder, error) && folder != folder.parent_path())
        folder = folder.parent_path();
    return folder;
}

void checkPhotos(const TrainingIdea& idea, std::vector<Error>& found)
{
    const TrainingSettings& s = idea.settings;
    if (idea.photos == 0) {
        found.push_back({ErrorCode::NotFound, text("There are no photos to learn from."), {}});
        return;
    }
    const int batch = s.lateFrom < 1 ? std::max(s.batchSize, s.lateBatchSize) : s.batchSize;
    if (idea.photos < batch)
        found.push_back(
            {ErrorCode::Usage,
             counted("There is %n photo to learn from, fewer than the %1 of one batch; take more "
                     "photos, or batches of at most %n.|There are %n photos to learn from, fewer "
                     "than the %1 of one batch; take more photos, or batches of at most %n.",
                     idea.photos, {std::to_string(batch)}),
             {}});
    if (s.keepBest && idea.validationPhotos == 0)
        found.push_back(
            {ErrorCode::Usage,
             text("Without photos to validate on, there is no telling which model is best."),
             {}});
}

void checkMemory(const TrainingIdea& idea, const TrainingEstimate& estimate,
                 std::vector<Error>& found)
{
    const auto tooMuch = [&](std::uint64_t wanted, std::uint64_t room, bool isGpu) {
        const Message offer =
            estimate.largestBatch > 0
                ? text("Try batches of %1.", {std::to_string(estimate.largestBatch)})
                : text("Take smaller crops.");
        found.push_back(
            {ErrorCode::OutOfMemory,
             isGpu ? text("It needs about %1 of the GPU's memory, but only %2 is free. %3",
                          {inGigabytes(wanted), inGigabytes(room), offer})
                   : text("It needs about %1 of memory, but only %2 is free. %3",
                          {inGigabytes(wanted), inGigabytes(room), offer}),
             {}});
    };
    // A step that was measured in this process has its memory already.
    const std::uint64_t room = availableMemory() + (estimate.isMeasured ? residentMemory() : 0);
    if (estimate.memory > room)
        tooMuch(estimate.memory, room, false);
    if (estimate.gpuMemory == 0)
        return;
    const auto device = Trainer::deviceFor(idea.device);
    const auto gpu = device ? gpuMemory(std::max(0, int(device->index()))) : std::nullopt;
    if (gpu && estimate.gpuMemory > gpu->size - gpu->used)
        tooMuch(estimate.gpuMemory, gpu->size - gpu->used, true);
}

void checkFolder(const TrainingEstimate& estimate, const fs::path& folder,
                 std::vector<Error>& found)
{
    if (isTraining(folder)) {
        found.push_back(runsAlready(folder));
        return;
    }
    const fs::path place = existing(folder);
    std::error_code error;
    const fs::space_info space = fs::space(place, error);
    const bool isDisk = !error && space.capacity > 0; // /proc and its like are none
    if (!isDisk || !fs::is_directory(place, error) || ::access(place.c_str(), W_OK | X_OK) != 0) {
        found.push_back({ErrorCode::WriteFailed,
                         text("Nothing can be written into the folder “%1”.", {place.string()}),
                         {}});
        return;
    }
    if (space.available < estimate.disk)
        found.push_back(
            {ErrorCode::DiskFull,
             text("It needs about %1 on the disk of “%2”, but only %3 is free.",
                  {inGigabytes(estimate.disk), folder.string(), inGigabytes(space.available)}),
             {}});
}

} // namespace

std::vector<Error> checkTraining(const TrainingIdea& idea, const TrainingEstimate& estimate,
                                 const fs::path& folder)
{
    std::vector<Error> found;
    checkPhotos(idea, found);
    checkMemory(idea, estimate, found);
    checkFolder(estimate, folder, found);
    return found;
}

} // namespace autochrome::inline learn
