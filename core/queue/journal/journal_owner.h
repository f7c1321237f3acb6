#pragma once

#include "core/base/error.h"
#include "core/base/process_lock.h"

#include <filesystem>

namespace autochrome::inline queue {

/// The right to work on a journal's photos: one process at a time, until the object or the process
/// is gone. Others may still add, look and steer.
class JournalOwner
{
public:
    /// @param who  what stands in the refusal of others: "autochrome-cli"
    /// Errors: TargetExists (another process has it; the sentence names it), WriteFailed.
    static Result<JournalOwner> take(const std::filesystem::path& journal, const std::string& who);

private:
    explicit JournalOwner(ProcessLock lock) : lock_(std::move(lock)) {}
    ProcessLock lock_;
};

/// Whether some process works on the journal now.
bool hasOwner(const std::filesystem::path& journal);

} // namespace autochrome::inline queue
