#include "app/cli/batch/batch_parts.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "core/base/text.h"

namespace autochrome::cli {

void QueueOption::addTo(CLI::App& command)
{
    command.add_option("--queue", path, "A queue other than the usual one")->type_name("FILE");
}

std::filesystem::path QueueOption::file() const
{
    return path.empty() ? Journal::defaultPath() : std::filesystem::path(path);
}

std::optional<Journal> QueueOption::open() const
{
    auto journal = Journal::open(file());
    if (journal)
        return std::move(*journal);
    complain(journal.error().message);
    return std::nullopt;
}

std::optional<Journal> QueueOption::look() const
{
    auto journal = Journal::open(file());
    std::error_code ignored;
    if (!journal && journal.error().code == ErrorCode::WriteFailed &&
        std::filesystem::exists(file(), ignored))
        journal = Journal::openToLook(file());
    if (journal)
        return std::move(*journal);
    complain(journal.error().message);
    return std::nullopt;
}

int failed(const Error& error)
{
    complain(error.message);
    return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
}

std::string countsText(const std::map<JobState, std::int64_t>& counts)
{
    const auto part = [](JobState state, const std::string& count) {
        switch (state) {
        case JobState::Waiting:
            return text("%1 waiting", {count});
        case JobState::Running:
            return text("%1 running", {count});
        case JobState::Paused:
            return text("%1 paused", {count});
        case JobState::Done:
            return text("%1 done", {count});
        case JobState::Failed:
            return text("%1 failed", {count});
        case JobState::Skipped:
            return text("%1 skipped", {count});
        case JobState::Cancelled:
            return text("%1 cancelled", {count});
        }
        return Message();
    };
    std::string all;
    for (const auto& [state, count] : counts) {
        if (count == 0)
            continue;
        if (!all.empty())
            all += ", ";
        all += inWords(part(state, std::to_string(count)));
    }
    return all.empty() ? inWords(text("empty")) : all;
}

} // namespace autochrome::cli
