#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <memory>

namespace autochrome {

/// The right to work on a journal's photos: one process at a time, until the object or the process
/// is gone. Others may still add, look and steer.
class JournalOwner
{
public:
    /// @param who  what stands in the refusal of others: "autochrome-cli"
    /// Errors: TargetExists (another process has it; the sentence names it), WriteFailed.
    static Result<JournalOwner> take(const std::filesystem::path& journal, const std::string& who);

    JournalOwner(JournalOwner&& other) noexcept;
    JournalOwner& operator=(JournalOwner&& other) noexcept;
    ~JournalOwner();

private:
    explicit JournalOwner(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

/// Whether some process works on the journal now.
bool hasOwner(const std::filesystem::path& journal);

} // namespace autochrome
