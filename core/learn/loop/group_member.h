#pragma once

#include "core/base/error.h"

#include <functional>
#include <optional>
#include <string>

namespace autochrome::inline learn {

/// The place of this process among those that train one model together.
struct GroupMember
{
    int rank = 0;          ///< 0 is the first: it measures, validates and writes
    int size = 1;          ///< processes
    int localRank = 0;     ///< on this machine: which GPU it takes
    std::string address;   ///< of the first process's machine
    int port = 0;          ///< that the first process listens on
    bool hasAgent = false; ///< torchrun listens there already

    using Lookup = std::function<const char*(const char*)>;

    /// What the variables of torchrun (RANK, WORLD_SIZE, LOCAL_RANK, MASTER_ADDR, MASTER_PORT) say,
    /// or where those are absent the ones that Open MPI or Slurm set. Without MASTER_ADDR, or in a
    /// world of one, the process trains alone: empty. Errors: Usage, for incomplete or senseless
    /// ones.
    static Result<std::optional<GroupMember>> fromEnvironment(const Lookup& variable);
};

} // namespace autochrome::inline learn
