#pragma once

namespace SQLite {
class Database;
}

namespace autochrome::inline queue {

/// Makes the tables of an empty database, or lifts those of an older version. Throws
/// SQLite::Exception, and std::runtime_error for a schema newer than this program or foreign.
void prepareJournalSchema(SQLite::Database& database);

} // namespace autochrome::inline queue
