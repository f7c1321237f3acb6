#pragma once

#include "core/photo/originals.h"
#include "core/photo/result_finder.h"
#include "core/queue/journal/journal_thread.h"

#include <atomic>
#include <functional>

namespace autochrome::inline queue {

/// What the photos of a run, or of the window, share on the disk: the originals that no result may
/// take the place of, and the results that are there already. From any thread.
class RunFiles
{
public:
    using IsOriginal = std::function<bool(const std::filesystem::path&, const std::string&)>;

    /// @param others  originals beside those of the queue, as of photos that are open; may be empty
    explicit RunFiles(IsOriginal others = {});

    /// Takes in the photos that came into the queue since the last time.
    Result<void> update(JournalThread& journal);
    /// The same on the journal's own thread.
    Result<void> update(Journal& journal);

    /// See Originals::protects().
    bool isOriginal(const std::filesystem::path& target, const std::string& madeFrom) const;

    /// The file that makes another result of a photo needless (see ResultFinder); copies within one
    /// batch all get theirs.
    std::optional<std::filesystem::path> doneBefore(JournalThread& journal, BatchId batch,
                                                    const std::filesystem::path& wanted,
                                                    const std::string& sourceSha256);

private:
    Result<void> take(const Result<std::vector<QueueSource>>& sources);

    const IsOriginal others_;
    Originals queue_;
    std::atomic<JobId> last_ = 0;
    ResultFinder before_;
};

} // namespace autochrome::inline queue
