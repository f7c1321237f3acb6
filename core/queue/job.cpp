#include "core/queue/job.h"

namespace autochrome::inline queue {

const char* jobStateName(JobState state)
{
    switch (state) {
    case JobState::Waiting:
        return "waiting";
    case JobState::Running:
        return "running";
    case JobState::Paused:
        return "paused";
    case JobState::Done:
        return "done";
    case JobState::Failed:
        return "failed";
    case JobState::Skipped:
        return "skipped";
    case JobState::Cancelled:
        return "cancelled";
    }
    return "";
}

std::optional<JobState> jobStateOfName(std::string_view name)
{
    for (const JobState state : allJobStates)
        if (name == jobStateName(state))
            return state;
    return std::nullopt;
}

JobState stateOf(PhotoOutcome::Status status)
{
    switch (status) {
    case PhotoOutcome::Status::Done:
        return JobState::Done;
    case PhotoOutcome::Status::Skipped:
        return JobState::Skipped;
    case PhotoOutcome::Status::Cancelled:
        return JobState::Cancelled;
    case PhotoOutcome::Status::Failed:
        break;
    }
    return JobState::Failed;
}

PhotoOutcome::Status statusOf(JobState state)
{
    switch (state) {
    case JobState::Done:
        return PhotoOutcome::Status::Done;
    case JobState::Skipped:
        return PhotoOutcome::Status::Skipped;
    case JobState::Cancelled:
        return PhotoOutcome::Status::Cancelled;
    default:
        return PhotoOutcome::Status::Failed;
    }
}

const char* jobStageName(JobStage stage)
{
    switch (stage) {
    case JobStage::None:
        return "";
    case JobStage::Read:
        return "read";
    case JobStage::Colour:
        return "colour";
    case JobStage::Write:
        return "write";
    }
    return "";
}

} // namespace autochrome::inline queue
