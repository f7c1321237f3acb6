#include "core/queue/journal/journal_file.h"

#include "core/base/text.h"
#include "core/queue/journal/journal_schema.h"

#include <sqlite3.h>

namespace autochrome::inline queue {
namespace {

constexpr int busyMilliseconds = 20000;

const std::string copyName = "queue.sqlite";

} // namespace

JournalFile::JournalFile(const std::filesystem::path& path)
    : path_(path),
      database_(path.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyMilliseconds)
{
    prepareJournalSchema(database_);
}

JournalFile::JournalFile(const std::filesystem::path& path, const std::filesystem::path& opened,
                         int flags, std::unique_ptr<TemporaryFolder> copy)
    : path_(path),
      copy_(std::move(copy)),
      canChange_(false),
      database_(opened.native(), flags, busyMilliseconds)
{
    prepareJournalSchema(database_);
    database_.exec("PRAGMA query_only = ON");
}

std::unique_ptr<JournalFile> JournalFile::toLook(const std::filesystem::path& path)
{
    return std::unique_ptr<JournalFile>(
        new JournalFile(path, path, SQLite::OPEN_READONLY, nullptr));
}

std::unique_ptr<JournalFile> JournalFile::copyToLook(const std::filesystem::path& path)
{
    auto folder = std::make_unique<TemporaryFolder>();
    const std::filesystem::path copy = folder->path() / copyName;
    const auto take = [&](const std::string& ending) {
        const std::filesystem::path from = std::filesystem::path(path) += ending;
        const std::filesystem::path to = std::filesystem::path(copy) += ending;
        if (!ending.empty() && !std::filesystem::exists(from))
            return;
        std::filesystem::copy_file(from, to);
        std::filesystem::permissions(to, std::filesystem::perms::owner_all);
    };
    take("-wal"); // what it holds is not in the other one yet, or is in both
    take("");
    return std::unique_ptr<JournalFile>(
        new JournalFile(path, copy, SQLite::OPEN_READWRITE, std::move(folder)));
}

Error journalError(const std::filesystem::path& path)
{
    const std::string& name = path.native();
    try {
        throw;
    } catch (const SQLite::Exception& error) {
        const std::string detail = error.what();
        switch (error.getErrorCode() & 0xFF) {
        case SQLITE_FULL:
            return {ErrorCode::DiskFull,
                    text("There is no room left on the disk for the queue in “%1”.", {name}),
                    detail};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::Corrupt, text("The queue in “%1” is damaged.", {name}), detail};
        case SQLITE_READONLY:
            return {ErrorCode::WriteFailed,
                    text("The queue in “%1” can only be looked at, not changed.", {name}), detail};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {ErrorCode::WriteFailed, text("The queue in “%1” cannot be opened.", {name}),
                    detail};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::WriteFailed,
                    text("The queue in “%1” is kept busy by another program.", {name}), detail};
        default:
            return {ErrorCode::WriteFailed, text("The queue in “%1” could not be changed.", {name}),
                    detail};
        }
    } catch (const NoSuchEntry& entry) {
        return {ErrorCode::Usage,
                text("There is no entry %1 in the queue.", {std::to_string(entry.id)}),
                {}};
    } catch (const std::exception& error) {
        return {ErrorCode::Corrupt, text("“%1” is no queue that this version can use.", {name}),
                error.what()};
    }
}

} // namespace autochrome::inline queue
