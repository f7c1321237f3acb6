#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace autochrome::inline base {

/// A lock on a file that ends with this object or with its process, however that ends: not even a
/// kill leaves anything locked.
class ProcessLock
{
public:
    /// Why a lock was not given.
    struct Refusal
    {
        bool isTaken = false; ///< another object, here or in another process, has it
        std::string holder;   ///< what that one wrote into the file; may be empty
        std::string reason;   ///< what the system said, otherwise
    };

    /// Locks `file`, which is made if it is missing and never removed: that would let two processes
    /// lock two files of one name.
    /// @param holder  written into the file, for the refusal of others
    static tl::expected<ProcessLock, Refusal> take(const std::filesystem::path& file,
                                                   const std::string& holder);

    ProcessLock(ProcessLock&& other) noexcept;
    ProcessLock& operator=(ProcessLock&& other) noexcept;
    ~ProcessLock();

    /// Whether somebody has the lock now. Asks only: nothing is made, and nobody is in the way of
    /// whoever takes it now.
    static bool isTaken(const std::filesystem::path& file);

private:
    explicit ProcessLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

} // namespace autochrome::inline base
