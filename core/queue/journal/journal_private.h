#pragma once

#include "core/queue/journal/journal.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <unordered_map>

namespace autochrome::inline queue {

/// A folder that goes with its content.
class TemporaryFolder
{
public:
    /// Throws std::system_error.
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Journal::Impl
{
    explicit Impl(const std::filesystem::path& file);
    /// To look at the file itself.
    Impl(const std::filesystem::path& file, int flags);
    /// To look at a copy of the file.
    Impl(const std::filesystem::path& file, std::unique_ptr<TemporaryFolder> copy);

    std::filesystem::path path;
    std::unique_ptr<TemporaryFolder> copy; ///< outlives the database
    bool canChange = true;
    SQLite::Database database;
    /// Where the search for a free name like this one goes on.
    std::unordered_map<std::string, int> lastNumbers;

    /// Runs the changes in a transaction that takes the write lock at once.
    template <class Changes>
    void change(Changes&& changes)
    {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        changes();
        transaction.commit();
    }

    /// Whether a claim would find something. Takes no write lock.
    bool somethingWaits();
    /// The next waiting job, not yet running.
    std::optional<Job> next();

    /// Moves jobs from one of the states to another; all else is reset by `also` (", a = b").
    std::int64_t changeStates(std::span<const JobId> jobs, std::initializer_list<JobState> from,
                              JobState to, const std::string& also);
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

/// Thrown for an id that is not there.
struct NoSuchEntry
{
    std::int64_t id = 0;
};

/// Binds the bytes of a path.
void bindPath(SQLite::Statement& statement, int index, const std::filesystem::path& path);
/// The path that was bound so; empty for NULL.
std::filesystem::path pathIn(const SQLite::Column& column);

/// The columns that readJob() wants, in its order.
extern const char* const jobColumns;
Job readJob(SQLite::Statement& row);

std::int64_t millisecondsNow();

/// "1,3,4": for IN (…).
std::string listOf(std::span<const JobState> states);

} // namespace autochrome::inline queue
