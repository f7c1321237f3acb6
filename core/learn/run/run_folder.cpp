#include "core/learn/run/run_folder.h"

#include "core/base/small_file.h"
#include "core/base/text.h"

#include <unistd.h>

namespace autochrome::inline learn {

Result<ProcessLock> lockRunFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {folder.string()}), error.message());
    auto lock = ProcessLock::take(RunFolder(folder).lock(), std::to_string(::getpid()));
    if (lock)
        return std::move(*lock);
    const ProcessLock::Refusal& refusal = lock.error();
    if (!refusal.isTaken)
        return failure(ErrorCode::WriteFailed,
                       text("Nothing can be written into the folder “%1”.", {folder.string()}),
                       refusal.reason);
    Error taken = runsAlready(folder);
    taken.detail = "process " + refusal.holder;
    return tl::make_unexpected(std::move(taken));
}

Error runsAlready(const std::filesystem::path& folder)
{
    return {ErrorCode::TargetExists,
            text("A training runs in the folder “%1” already. Stop it first, or take another "
                 "folder.",
                 {folder.string()}),
            {}};
}

bool isTraining(const std::filesystem::path& folder)
{
    return ProcessLock::isTaken(RunFolder(folder).lock());
}

Result<void> requestStop(const std::filesystem::path& folder)
{
    if (!isTraining(folder))
        return failure(ErrorCode::NotFound,
                       text("No training runs in the folder “%1”.", {folder.string()}));
    return replaceSmallFile(RunFolder(folder).stop(), "");
}

} // namespace autochrome::inline learn
