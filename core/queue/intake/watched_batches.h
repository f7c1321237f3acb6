#pragma once

#include "core/queue/intake/folder_watch.h"
#include "core/queue/journal/journal_thread.h"

#include <map>
#include <memory>
#include <mutex>

namespace autochrome::inline queue {

/// What a look into the watched folders brought.
struct WatchedLook
{
    std::int64_t added = 0;           ///< photos, to all batches together
    std::vector<Error> problems = {}; ///< one that lasts is told at its first look only
};

/// Adds the photos that come into the watched folders of a journal's batches to these batches.
/// Any process may do so beside the one that works on the queue: a photo is in a batch only once.
class WatchedBatches
{
public:
    explicit WatchedBatches(std::shared_ptr<JournalThread> journal);

    /// Looks once into every watched folder and all below it but the batch's results; to be called
    /// every few seconds. See FolderWatch::look() for which photos are new; a photo therefore takes
    /// two looks. What fails for one batch keeps no other from its photos. From any thread; one
    /// look waits for another to end.
    /// Errors: those of the journal when it cannot tell its batches, and Cancelled.
    Result<WatchedLook> look(const Progress& progress = Progress());

private:
    struct Watch
    {
        std::filesystem::path path;
        FolderWatch folder;
        std::vector<Message> told = {}; ///< problems of the last look
    };

    Result<std::vector<Batch>> watchedBatches();
    Result<std::int64_t> addNew(BatchId batch, const std::vector<FoundPhoto>& photos);
    Result<std::int64_t> lookInto(const Batch& batch, std::vector<Error>& problems,
                                  const Progress& progress);

    std::mutex mutex_;
    const std::shared_ptr<JournalThread> journal_;
    std::map<BatchId, Watch> watches_;
};

} // namespace autochrome::inline queue
