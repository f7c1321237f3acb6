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
