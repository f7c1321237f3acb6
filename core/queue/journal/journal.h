#pragma once

#include "core/queue/journal/journal_content.h"
#include "core/queue/journal/journal_steering.h"
#include "core/queue/journal/journal_work.h"

namespace autochrome::inline queue {

/// The queue on disk: an SQLite file in WAL mode. Every change is committed to the disk before its
/// call returns, so a kill or a power cut at any moment loses nothing that was said to be done.
/// Several processes may have it open; each object belongs to one thread at a time (see
/// JournalThread). Errors of all calls: DiskFull, Corrupt (not a journal, or damaged), Unreadable,
/// WriteFailed, and Usage for ids that do not exist.
class Journal : public JournalContent, public JournalSteering, public JournalWork
{
public:
    /// Opens or makes it, with its folder, and brings an older schema up to date.
    static Result<Journal> open(const std::filesystem::path& path);

    /// Opens one that cannot be written to, as on a read-only disk, to look at it: as it is now,
    /// what an older version left too. Every change is refused (WriteFailed).
    static Result<Journal> openToLook(const std::filesystem::path& path);

    /// Where the queue of this person is: $AUTOCHROME_QUEUE, else
    /// $XDG_STATE_HOME/autochrome/queue.sqlite.
    static std::filesystem::path defaultPath();

    Journal(Journal&&) noexcept = default;
    Journal& operator=(Journal&&) noexcept = default;
    ~Journal() = default;

    const std::filesystem::path& path() const;
    /// Not if it was opened to look.
    bool canChange() const;
    /// Another number after any other process changed something.
    Result<std::int64_t> version();

private:
    explicit Journal(const std::shared_ptr<JournalFile>& file);
    std::shared_ptr<JournalFile> file_;
};

} // namespace autochrome::inline queue
