#pragma once

#include "core/queue/journal/journal.h"

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome {

/// What a person wants to be added to the queue.
struct QueueRequest
{
    std::string name;
    BatchSettings settings;
    std::vector<NewJob> jobs;
    std::filesystem::path watched; ///< folder whose later photos are added too; empty: none
    bool start = false;
};

} // namespace autochrome
