#include "core/queue/journal/journal_schema.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <array>
#include <stdexcept>

namespace autochrome::inline queue {
namespace {

// "Auto": tells a journal from any other SQLite file (PRAGMA application_id).
constexpr int applicationId = 0x4175746F;

// Each lifts the schema by one version; the first makes it. Paths are BLOBs: their bytes need not
// be UTF-8.
constexpr std::array migrations{R"(
CREATE TABLE batch(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    settings TEXT NOT NULL,
    folder BLOB NOT NULL,
    priority INTEGER NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    numbers INTEGER NOT NULL DEFAULT 0);
CREATE TABLE job(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL REFERENCES batch(id) ON DELETE CASCADE,
    position REAL NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    stage INTEGER NOT NULL DEFAULT 0,
    source BLOB NOT NULL,
    root BLOB NOT NULL,
    source_size INTEGER NOT NULL,
    source_time INTEGER NOT NULL,
    number INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    started INTEGER NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0,
    target BLOB,
    error_code INTEGER,
    error_text TEXT,
    error_detail TEXT,
    reason TEXT,
    warnings TEXT,
    result BLOB,
    source_sha256 TEXT,
    result_sha256 TEXT,
    model TEXT,
    model_sha256 TEXT,
    recipe TEXT,
    width INTEGER,
    height INTEGER,
    seconds_read REAL,
    seconds_colour REAL,
    seconds_write REAL,
    UNIQUE(batch, source));
CREATE INDEX job_order ON job(batch, state, position);
CREATE INDEX job_target ON job(target) WHERE target IS NOT NULL;
CREATE INDEX job_result ON job(result) WHERE result IS NOT NULL;
CREATE INDEX job_source_sha256 ON job(source_sha256) WHERE source_sha256 IS NOT NULL;
)",
                                R"(
ALTER TABLE batch ADD COLUMN watched BLOB NOT NULL DEFAULT x'';
)",
                                R"(
ALTER TABLE job ADD COLUMN sudden_ends INTEGER NOT NULL DEFAULT 0;
)",
                                R"(
CREATE INDEX job_source ON job(source);
)",
                                R"(
ALTER TABLE job ADD COLUMN luminance_error REAL;
ALTER TABLE job ADD COLUMN luminance_error_most REAL;
ALTER TABLE job ADD COLUMN luminance_error_mean REAL;
)",
                                // A photo is a page of a file. SQLite changes no constraint: the
                                // table is made anew, and no number of a job is given twice.
                                R"(
CREATE TABLE job_of_pages(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL REFERENCES batch(id) ON DELETE CASCADE,
    position REAL NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    stage INTEGER NOT NULL DEFAULT 0,
    source BLOB NOT NULL,
    root BLOB NOT NULL,
    source_size INTEGER NOT NULL,
    source_time INTEGER NOT NULL,
    number INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    started INTEGER NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0,
    target BLOB,
    error_code INTEGER,
    error_text TEXT,
    error_detail TEXT,
    reason TEXT,
    warnings TEXT,
    result BLOB,
    source_sha256 TEXT,
    result_sha256 TEXT,
    model TEXT,
    model_sha256 TEXT,
    recipe TEXT,
    width INTEGER,
    height INTEGER,
    seconds_read REAL,
    seconds_colour REAL,
    seconds_write REAL,
    sudden_ends INTEGER NOT NULL DEFAULT 0,
    luminance_error REAL,
    luminance_error_most REAL,
    luminance_error_mean REAL,
    page INTEGER NOT NULL DEFAULT 0,
    UNIQUE(batch, source, page));
INSERT INTO job_of_pages(
    id, batch, position, state, stage, source, root, source_size, source_time, number,
    attempts, started, finished, target, error_code, error_text, error_detail, reason,
    warnings, result, source_sha256, result_sha256, model, model_sha256, recipe, width,
    height, seconds_read, seconds_colour, seconds_write, sudden_ends, luminance_error,
    luminance_error_most, luminance_error_mean)
SELECT
    id, batch, position, state, stage, source, root, source_size, source_time, number,
    attempts, started, finished, target, error_code, error_text, error_detail, reason,
    warnings, result, source_sha256, result_sha256, model, model_sha256, recipe, width,
    height, seconds_read, seconds_colour, seconds_write, sudden_ends, luminance_error,
    luminance_error_most, luminance_error_mean
FROM job;
DELETE FROM sqlite_sequence WHERE name = 'job_of_pages';
INSERT INTO sqlite_sequence(name, seq)
    SELECT 'job_of_pages', seq FROM sqlite_sequence WHERE name = 'job';
DROP TABLE job;
ALTER TABLE job_of_pages RENAME TO job;
CREATE INDEX job_order ON job(batch, state, position);
CREATE INDEX job_target ON job(target) WHERE target IS NOT NULL;
CREATE INDEX job_result ON job(result) WHERE result IS NOT NULL;
CREATE INDEX job_source_sha256 ON job(source_sha256) WHERE source_sha256 IS NOT NULL;
CREATE INDEX job_source ON job(source);
)",
                                R"(
ALTER TABLE job ADD COLUMN filled_share REAL;
ALTER TABLE job ADD COLUMN damage_left INTEGER;
)"};

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(std::string("PRAGMA ").append(name)).getInt();
}

} // namespace

void prepareJournalSchema(SQLite::Database& database)
{
    const int application = pragma(database, "application_id");
    const bool fresh = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (application != applicationId && !fresh)
        throw std::runtime_error("the database belongs to another program");
    if (pragma(database, "user_version") > int(migrations.size()))
        throw std::runtime_error("the schema is of a newer version");
    database.exec("PRAGMA journal_mode = WAL");
    // FULL: a commit is on the disk when it returns, also after a power cut.
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    if (pragma(database, "user_version") == int(migrations.size()))
        return;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // Another process may have been first.
    for (int version = pragma(database, "user_version"); version < int(migrations.size());
         ++version) {
        database.exec(migrations[std::size_t(version)]);
        database.exec("PRAGMA user_version = " + std::to_string(version + 1));
    }
    database.exec("PRAGMA application_id = " + std::to_string(applicationId));
    transaction.commit();
}

} // namespace autochrome::inline queue
