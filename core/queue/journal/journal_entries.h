#pragma once

#include "core/queue/batch_settings.h"
#include "core/queue/job.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline queue {

/// Some photos that are worked on in the same way.
struct Batch
{
    BatchId id = 0;
    std::string name; ///< what the person calls it
    BatchSettings settings;
    int priority = 0; ///< higher goes first; batches of one priority in the order of adding
    bool paused = false;
    std::int64_t created = 0;           ///< milliseconds since 1970
    std::filesystem::path watched = {}; ///< folder whose new photos are added; empty: none
};

/// One photo to be added.
struct NewJob
{
    PhotoId source;             ///< absolute
    std::filesystem::path root; ///< folder it was found below, or empty
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds
};

/// One photo of the queue, in whatever state: an original.
struct QueueSource
{
    JobId id = 0;
    std::filesystem::path path;
    bool leavesOutResults = true; ///< its batch passes over what is a result of this program
};

/// Which jobs are asked for.
struct JobQuery
{
    BatchId batch = 0;                 ///< 0: of all
    std::vector<JobState> states = {}; ///< empty: all
    std::string containing = {}; ///< in the source's path, letters A-Z in any case; empty: all
    std::int64_t limit = -1;     ///< -1: all
    std::int64_t offset = 0;
};

/// What was found when a run began after one that was cut off.
struct Recovery
{
    std::int64_t waitingAgain = 0; ///< running jobs that wait again
    std::int64_t finished = 0;     ///< running jobs whose result was already there, whole
    std::int64_t givenUp = 0;      ///< running jobs that five crashes in a row had in common
};

} // namespace autochrome::inline queue
