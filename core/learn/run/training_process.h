#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace autochrome::inline learn {

/// The program that trains: $AUTOCHROME_CLI, or autochrome-cli beside the running program. Errors:
/// NotFound.
Result<std::filesystem::path> trainerProgram();

/// Starts `autochrome-cli train ARGUMENTS` so that it outlives the caller and never waits for it: a
/// session of its own, no child of the caller's, at low priority (nice 10). What it prints is
/// appended to train.log in `folder`, which is made. How it goes is read from that folder. Waits,
/// up to 30 s, for a trainer there that has ended its work and only has to leave: call it in a
/// worker.
/// @param arguments  without "train", with --out
/// @returns the number of its process, which the folder's status bears as soon as it tells of this
///          training and not of an earlier one. Errors: TargetExists (a training runs there),
///          NotFound, WriteFailed, Internal (the system starts nothing).
Result<pid_t> startTrainer(const std::vector<std::string>& arguments,
                           const std::filesystem::path& folder);

/// Whether there is a process of this number.
bool isAlive(pid_t process);

} // namespace autochrome::inline learn
