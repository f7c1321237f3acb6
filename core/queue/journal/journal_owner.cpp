#include "core/queue/journal/journal_owner.h"

#include "core/base/message_json.h"
#include "core/base/text.h"

#include <unistd.h>
#include <utility>

namespace autochrome::inline queue {
namespace {

// The lock is on a file of its own: SQLite opens, locks and may replace the journal's own files.
std::filesystem::path lockFile(const std::filesystem::path& journal)
{
    return std::filesystem::path(journal) += ".owner";
}

} // namespace

Result<JournalOwner> JournalOwner::take(const std::filesystem::path& journal,
                                        const std::string& who)
{
    auto lock = ProcessLock::take(
        lockFile(journal),
        storedMessage(text("%1 (process %2)", {who, std::to_string(::getpid())})));
    if (lock)
        return JournalOwner(std::move(*lock));
    const ProcessLock::Refusal& refusal = lock.error();
    if (!refusal.isTaken)
        return failure(ErrorCode::WriteFailed,
                       text("The queue in “%1” cannot be locked.", {journal.native()}),
                       refusal.reason);
    return failure(
        ErrorCode::TargetExists,
        text("The queue is being worked on already, by %1. You can still add photos "
             "to it, pause it and look at it.",
             {refusal.holder.empty() ? text("another program") : messageStored(refusal.holder)}));
}

bool hasOwner(const std::filesystem::path& journal)
{
    return ProcessLock::isTaken(lockFile(journal));
}

} // namespace autochrome::inline queue
