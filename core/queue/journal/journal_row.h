#pragma once

#include "core/queue/journal/journal_entries.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <span>

// Between rows of the journal and values.

namespace autochrome::inline queue {

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
