#include "core/queue/journal/journal.h"

#include "core/base/text.h"
#include "core/queue/journal/journal_file.h"

#include <cstdlib>
#include <system_error>

namespace autochrome::inline queue {

Journal::Journal(const std::shared_ptr<JournalFile>& file)
    : JournalContent(file), JournalSteering(file), JournalWork(file), file_(file)
{
}

std::filesystem::path Journal::defaultPath()
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value ? value : "");
    };
    if (auto path = variable("AUTOCHROME_QUEUE"); !path.empty())
        return path;
    std::filesystem::path folder = variable("XDG_STATE_HOME");
    if (!folder.is_absolute())
        folder = variable("HOME") / ".local/state";
    return folder / "autochrome/queue.sqlite";
}

Result<Journal> Journal::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path(), error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {path.parent_path().native()}),
                       error.message());
    return guarded(path, [&] { return Journal(std::make_shared<JournalFile>(path)); });
}

Result<Journal> Journal::openToLook(const std::filesystem::path& path)
{
    // Under locks, if the files beside it are there or can be made.
    auto itself = guarded(path, [&] { return Journal(JournalFile::toLook(path)); });
    if (itself)
        return itself;
    return guarded(path, [&] { return Journal(JournalFile::copyToLook(path)); });
}

bool Journal::canChange() const
{
    return file_->canChange();
}

const std::filesystem::path& Journal::path() const
{
    return file_->path();
}

Result<std::int64_t> Journal::version()
{
    return file_->guarded([&] {
        return std::int64_t(file_->database().execAndGet("PRAGMA data_version").getInt64());
    });
}

} // namespace autochrome::inline queue
