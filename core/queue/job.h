#pragma once

#include "core/photo/photo_id.h"
#include "core/work/photo_outcome.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace autochrome::inline queue {

using BatchId = std::int64_t;
using JobId = std::int64_t;

/// What can become of a photo in the queue. Numbers stand in journals: never change one.
enum class JobState {
    Waiting = 0,
    Running = 1,
    Paused = 2, ///< by the person; not started until resumed
    Done = 3,
    Failed = 4,
    Skipped = 5,   ///< on purpose: in colour already, done already, the result exists
    Cancelled = 6, ///< by the person
};

inline constexpr JobState allJobStates[] = {
    JobState::Waiting, JobState::Running, JobState::Paused,   JobState::Done,
    JobState::Failed,  JobState::Skipped, JobState::Cancelled};

/// Where a running job is.
enum class JobStage { None = 0, Read = 1, Colour = 2, Write = 3 };

/// "waiting", "running", …: for --json and reports, never translated.
const char* jobStateName(JobState state);
std::optional<JobState> jobStateOfName(std::string_view name);
/// "", "read", "colour", "write".
const char* jobStageName(JobStage stage);

/// The state of a job that ended so.
JobState stateOf(PhotoOutcome::Status status);
/// The other way round; of states that are no end, Failed.
PhotoOutcome::Status statusOf(JobState state);

/// A result that a process left behind whole when it came to a sudden end.
struct WholeResult
{
    std::string sha256;
    // As its own history tells it:
    std::optional<LightnessError> lightness;
    RepairFigures repair = {};
};

/// One photo in the queue, as the journal holds it.
struct Job
{
    JobId id = 0;
    BatchId batch = 0;
    double position = 0; ///< order within the batch
    JobState state = JobState::Waiting;
    JobStage stage = JobStage::None; ///< of Running, and where Failed failed
    PhotoId source;
    std::filesystem::path root;  ///< folder it was found below; empty if it was named itself
    std::int64_t sourceSize = 0; ///< bytes when it was added
    std::int64_t sourceTime = 0; ///< its modification then, nanoseconds
    std::int64_t number = 0;     ///< from 1 in the batch, in the order of adding: {counter}
    int attempts = 0;
    int suddenEnds = 0;           ///< crashes in a row while this photo was at hand
    std::int64_t started = 0;     ///< milliseconds since 1970; 0: never
    std::int64_t finished = 0;    ///< likewise
    std::filesystem::path target; ///< reserved for the result while it is being written
    PhotoOutcome outcome;         ///< of the last attempt; not how many pixels were filled in
};

} // namespace autochrome::inline queue
