#pragma once

#include "core/queue/intake/photo_walk.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace autochrome::inline queue {

/// Finds the photos that come into a folder. It looks whenever it is asked to, rather than wait for
/// the system to tell of changes: network shares, where scanners and other machines put their
/// files, do not tell. Use from one thread at a time.
class FolderWatch
{
public:
    /// @param folder  it and all below it; need not be there yet
    FolderWatch(std::filesystem::path folder, WalkFilter filter);

    /// The photos that were not returned before and have kept their size and time since the last
    /// look: one that is still being copied is left until it is whole, and so is an empty file.
    /// The time between two looks is thus how long a file must have been still. A photo that
    /// changes after it was returned, or comes back, is not returned again.
    /// Errors: NotFound (the folder is gone; it is found again once it is back), Cancelled. After
    /// an error the next look returns what this one would have.
    Result<std::vector<FoundPhoto>> look(const Progress& progress = Progress());

    /// What could not be read at the last look: folders below this one.
    const std::vector<Error>& problems() const { return problems_; }

private:
    struct File
    {
        std::int64_t size = 0;
        std::int64_t modified = 0;
        bool judged = false; ///< whether its content was looked at since it changed last
    };
    using Files = std::unordered_map<std::string, File>;

    bool isSettled(const FoundPhoto& file, Files& now) const;

    std::filesystem::path folder_;
    WalkFilter filter_;
    Files files_; ///< at the last look, without those that were returned
    std::unordered_set<std::string> returned_;
    std::vector<Error> problems_;
};

} // namespace autochrome::inline queue
