#pragma once

#include "core/base/error.h"
#include "core/queue/journal/temporary_folder.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace autochrome::inline queue {

/// Thrown for an id that is not there.
struct NoSuchEntry
{
    std::int64_t id = 0;
};

/// The exception that is being handled as an error about this journal; call it in a catch block.
Error journalError(const std::filesystem::path& path);

/// Runs `work`, turning exceptions into errors.
template <class Work>
auto guarded(const std::filesystem::path& path, Work&& work) -> Result<decltype(work())>
try {
    if constexpr (std::is_void_v<decltype(work())>) {
        work();
        return {};
    } else {
        return work();
    }
} catch (...) {
    return tl::make_unexpected(journalError(path));
}

/// The file of a journal, open and of today's schema; what all parts of a Journal share.
class JournalFile
{
public:
    /// Opens or makes it. Throws, as the others do, what journalError() knows.
    explicit JournalFile(const std::filesystem::path& path);
    /// To look at the file itself.
    static std::unique_ptr<JournalFile> toLook(const std::filesystem::path& path);
    /// To look at a copy of the file.
    static std::unique_ptr<JournalFile> copyToLook(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    bool canChange() const { return canChange_; }
    SQLite::Database& database() { return database_; }

    /// Runs `work`, turning exceptions into errors about this file.
    template <class Work>
    auto guarded(Work&& work)
    {
        return queue::guarded(path_, std::forward<Work>(work));
    }

    /// Runs the changes in a transaction that takes the write lock at once.
    template <class Changes>
    void change(Changes&& changes)
    {
        SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
        changes();
        transaction.commit();
    }

private:
    /// To look at what is in `opened`.
    JournalFile(const std::filesystem::path& path, const std::filesystem::path& opened, int flags,
                std::unique_ptr<TemporaryFolder> copy);

    std::filesystem::path path_;
    std::unique_ptr<TemporaryFolder> copy_; ///< outlives the database
    bool canChange_ = true;
    SQLite::Database database_;
};

} // namespace autochrome::inline queue
