#pragma once

#include "core/base/error.h"
#include "core/learn/data/skip_counts.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace autochrome::inline learn {

enum class TrainingPhase {
    Preparing,  ///< looks for photos, measures colours, loads
    Training,   ///< learns
    Validating, ///< looks at photos that it does not learn from
    Stopped,    ///< on request; it can go on from its checkpoint
    Done,       ///< to its end
    Failed,     ///< `error` says why
    Interrupted ///< it said that it runs, but its process is gone
};

/// The phase's name in status.json: "preparing", "training", …
const char* trainingPhaseName(TrainingPhase phase);

/// How far a training is. The trainer writes it about once a second; anybody may read it.
struct TrainingStatus
{
    TrainingPhase phase = TrainingPhase::Preparing;
    Message activity = {};   ///< while it prepares: what it does, for the person; else empty
    double activityDone = 0; ///< share of that, in [0, 1]
    std::string name = {};   ///< of the model
    std::int64_t step = 0;
    std::int64_t totalSteps = 0; ///< 0 if the length is a time
    double totalMinutes = 0;     ///< 0 if the length is a number of steps
    double fraction = 0;         ///< of the whole training, in [0, 1]
    std::int64_t samples = 0;
    std::int64_t photos = 0;           ///< to learn from
    std::int64_t validationPhotos = 0; ///< to validate on
    double imagesPerSecond = 0;
    double waitShare = 0; ///< share of the time that the network waited for photos
    double secondsSpent = 0;
    double secondsLeft = 0;
    double loss = 0;
    double crossEntropy = 0;
    double regression = 0;
    double photoError = 0;
    double gradientNorm = 0;
    double learningRate = 0;
    std::int64_t checkpointStep = -1; ///< that --resume goes on from; negative: none yet
    std::int64_t sampleStep = -1;     ///< of the newest sample pictures; negative: none yet
    std::string device = {};          ///< "cpu", "cuda:0"
    std::string precision = {};       ///< "mixed" or "fp32"
    int batchSize = 0;
    int cropSize = 0;
    std::uint64_t memory = 0;                   ///< of the process, bytes
    std::uint64_t peakMemory = 0;               ///< the most of it so far
    std::optional<std::uint64_t> gpuMemory;     ///< in use on the GPU, by all processes
    std::optional<std::uint64_t> gpuMemorySize; ///< that the GPU has
    SkipCounts skipped;
    Message note = {};          ///< a sentence about something that does not stop it; mostly empty
    std::optional<Error> error; ///< of a training that failed or was interrupted
    int process = 0;            ///< its number
    double time = 0;            ///< of writing, seconds since 1970

    bool isRunning() const
    {
        return phase == TrainingPhase::Preparing || phase == TrainingPhase::Training ||
               phase == TrainingPhase::Validating;
    }

    std::string toJson() const;
    /// Errors: Corrupt.
    static Result<TrainingStatus> fromJson(const std::string& json);
};

/// The status of the training in a folder. One that says that it runs while no process does is
/// Interrupted. Errors: NotFound (no training was ever begun there), Unreadable, Corrupt.
Result<TrainingStatus> readTrainingStatus(const std::filesystem::path& folder);

/// Replaces the status in a folder, even on a full disk if there was one before.
Result<void> writeTrainingStatus(const std::filesystem::path& folder, const TrainingStatus& status);

} // namespace autochrome::inline learn
