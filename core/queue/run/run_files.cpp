#include "core/queue/run/run_files.h"

#include "core/queue/naming/name_template.h"

#include <algorithm>

namespace autochrome::inline queue {

RunFiles::RunFiles(IsOriginal others) : others_(std::move(others)), before_(numbered) {}

Result<void> RunFiles::update(JournalThread& journal)
{
    return take(
        journal.ask([last = last_.load()](Journal& j) { return j.sourcesAfter(last); }).get());
}

Result<void> RunFiles::update(Journal& journal)
{
    return take(journal.sourcesAfter(last_));
}

// Two at a time may take in the same ones; that harms nothing.
Result<void> RunFiles::take(const Result<std::vector<QueueSource>>& sources)
{
    if (!sources)
        return tl::make_unexpected(sources.error());
    for (const QueueSource& source : *sources)
        queue_.add(source.path,
                   source.leavesOutResults ? Originals::Kind::Found : Originals::Kind::Named);
    if (!sources->empty())
        last_ = std::max(last_.load(), sources->back().id);
    return {};
}

bool RunFiles::isOriginal(const std::filesystem::path& target, const std::string& madeFrom) const
{
    return queue_.protects(target, madeFrom) || (others_ && others_(target, madeFrom));
}

std::optional<std::filesystem::path> RunFiles::doneBefore(JournalThread& journal, BatchId batch,
                                                          const std::filesystem::path& wanted,
                                                          const std::string& madeFrom)
{
    return before_.find(wanted, madeFrom, [&](const std::filesystem::path& path) {
        const auto own = journal.ask([&](Journal& j) { return j.isResultOf(batch, path); }).get();
        return own && *own;
    });
}

} // namespace autochrome::inline queue
