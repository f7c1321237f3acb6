#include "core/queue/journal/journal_content.h"

#include "core/base/text.h"
#include "core/queue/journal/journal_file.h"
#include "core/queue/journal/journal_row.h"

#include <stdexcept>

namespace autochrome::inline queue {
namespace {

// Batches in the order in which they are worked on.
const std::string batchQuery =
    "SELECT id, name, settings, folder, priority, paused, created, watched FROM batch ";

Batch readBatch(SQLite::Statement& row)
{
    Batch batch;
    batch.id = row.getColumn(0).getInt64();
    batch.name = row.getColumn(1).getString();
    auto settings = BatchSettings::fromJson(row.getColumn(2).getString());
    if (!settings)
        throw std::runtime_error(inWords(settings.error().message) + " " + settings.error().detail);
    batch.settings = std::move(*settings);
    batch.settings.folder = pathIn(row.getColumn(3));
    batch.priority = row.getColumn(4).getInt();
    batch.paused = row.getColumn(5).getInt() != 0;
    batch.created = row.getColumn(6).getInt64();
    batch.watched = pathIn(row.getColumn(7));
    return batch;
}

// For LIKE … ESCAPE '\'.
std::string pattern(const std::string& part)
{
    std::string escaped = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '\\')
            escaped += '\\';
        escaped += c;
    }
    return escaped + "%";
}

} // namespace

JournalContent::JournalContent(std::shared_ptr<JournalFile> file) : file_(std::move(file)) {}

Result<BatchId> JournalContent::addBatch(const std::string& name, const BatchSettings& settings,
                                         int priority)
{
    return file_->guarded([&] {
        SQLite::Statement add(file_->database(), "INSERT INTO batch(name, settings, folder, "
                                                 "priority, created) VALUES(?, ?, ?, ?, ?)");
        add.bind(1, name);
        add.bind(2, settings.toJson());
        bindPath(add, 3, settings.folder);
        add.bind(4, priority);
        add.bind(5, millisecondsNow());
        add.exec();
        return BatchId(file_->database().getLastInsertRowid());
    });
}

Result<std::int64_t> JournalContent::addJobs(BatchId batch, std::span<const NewJob> jobs)
{
    return file_->guarded([&] {
        std::int64_t added = 0;
        file_->change([&] {
            SQLite::Statement last(file_->database(),
                                   "SELECT numbers, (SELECT ifnull(max(position), 0) FROM job "
                                   "WHERE batch = ?1) FROM batch WHERE id = ?1");
            last.bind(1, batch);
            if (!last.executeStep())
                throw NoSuchEntry{batch};
            std::int64_t number = last.getColumn(0).getInt64();
            double position = last.getColumn(1).getDouble();
            SQLite::Statement add(
                file_->database(),
                "INSERT OR IGNORE INTO job(batch, position, source, root, source_size, "
                "source_time, number, page) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
            for (const NewJob& job : jobs) {
                add.reset();
                add.bind(1, batch);
                add.bind(2, position + 1);
                bindPath(add, 3, job.source.path);
                bindPath(add, 4, job.root);
                add.bind(5, job.size);
                add.bind(6, job.modified);
                add.bind(7, number + 1);
                add.bind(8, job.source.page);
                if (add.exec() == 0)
                    continue;
                ++position;
                ++number;
                ++added;
            }
            SQLite::Statement keep(file_->database(), "UPDATE batch SET numbers = ? WHERE id = ?");
            keep.bind(1, number);
            keep.bind(2, batch);
            keep.exec();
        });
        return added;
    });
}

Result<std::vector<NewJob>> JournalContent::newTo(BatchId batch, std::span<const NewJob> photos)
{
    return file_->guarded([&] {
        SQLite::Statement known(file_->database(),
                                "SELECT EXISTS(SELECT 1 FROM job WHERE batch = ?1 AND source = ?2 "
                                "AND page = ?3) OR "
                                "EXISTS(SELECT 1 FROM job WHERE result = ?2) OR "
                                "EXISTS(SELECT 1 FROM job WHERE target = ?2 AND state = 1)");
        std::vector<NewJob> unknown;
        for (const NewJob& photo : photos) {
            known.reset();
            known.bind(1, batch);
            bindPath(known, 2, photo.source.path);
            known.bind(3, photo.source.page);
            if (known.executeStep() && known.getColumn(0).getInt() == 0)
                unknown.push_back(photo);
        }
        return unknown;
    });
}

Result<std::vector<Batch>> JournalContent::batches()
{
    return file_->guarded([&] {
        SQLite::Statement query(file_->database(), batchQuery + "ORDER BY priority DESC, id");
        std::vector<Batch> all;
        while (query.executeStep())
            all.push_back(readBatch(query));
        return all;
    });
}

Result<Batch> JournalContent::batch(BatchId id)
{
    return file_->guarded([&] {
        SQLite::Statement query(file_->database(), batchQuery + "WHERE id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            throw NoSuchEntry{id};
        return readBatch(query);
    });
}

Result<Job> JournalContent::job(JobId id)
{
    return file_->guarded([&] {
        SQLite::Statement query(file_->database(),
                                std::string("SELECT ") + jobColumns + " FROM job WHERE id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            throw NoSuchEntry{id};
        return readJob(query);
    });
}

Result<std::vector<Job>> JournalContent::jobs(const JobQuery& query)
{
    return file_->guarded([&] {
        std::string sql = std::string("SELECT ") + jobColumns +
                          " FROM job JOIN batch ON batch.id = job.batch WHERE 1";
        if (query.batch != 0)
            sql += " AND job.batch = :batch";
        if (!query.states.empty())
            sql += " AND state IN (" + listOf(query.states) + ")";
        if (!query.containing.empty())
            sql += " AND CAST(source AS TEXT) LIKE :pattern ESCAPE '\\'";
        sql += " ORDER BY priority DESC, job.batch, position LIMIT :limit OFFSET :offset";
        SQLite::Statement statement(file_->database(), sql);
        if (query.batch != 0)
            statement.bind(":batch", query.batch);
        if (!query.containing.empty())
            statement.bind(":pattern", pattern(query.containing));
        statement.bind(":limit", query.limit);
        statement.bind(":offset", query.offset);
        std::vector<Job> jobs;
        while (statement.executeStep())
            jobs.push_back(readJob(statement));
        return jobs;
    });
}

Result<std::map<JobState, std::int64_t>> JournalContent::counts(BatchId batch)
{
    return file_->guarded([&] {
        SQLite::Statement query(
            file_->database(),
            "SELECT state, count(*) FROM job WHERE ?1 = 0 OR batch = ?1 GROUP BY state");
        query.bind(1, batch);
        std::map<JobState, std::int64_t> counts;
        for (const JobState state : allJobStates)
            counts[state] = 0;
        while (query.executeStep())
            counts[JobState(query.getColumn(0).getInt())] = query.getColumn(1).getInt64();
        return counts;
    });
}

Result<std::vector<QueueSource>> JournalContent::sourcesAfter(JobId last)
{
    const auto all = batches();
    if (!all)
        return tl::make_unexpected(all.error());
    std::map<BatchId, bool> leaveOut;
    for (const Batch& batch : *all)
        leaveOut[batch.id] = batch.settings.skipOwn;
    return file_->guarded([&] {
        SQLite::Statement query(file_->database(),
                                "SELECT id, source, batch FROM job WHERE id > ? ORDER BY id");
        query.bind(1, last);
        std::vector<QueueSource> sources;
        while (query.executeStep())
            sources.push_back({query.getColumn(0).getInt64(), pathIn(query.getColumn(1)),
                               leaveOut[query.getColumn(2).getInt64()]});
        return sources;
    });
}

Result<bool> JournalContent::isResultOf(BatchId batch, const std::filesystem::path& file)
{
    return file_->guarded([&] {
        SQLite::Statement query(file_->database(),
                                "SELECT EXISTS(SELECT 1 FROM job WHERE result = ? AND batch = ?)");
        bindPath(query, 1, file);
        query.bind(2, batch);
        return query.executeStep() && query.getColumn(0).getInt() != 0;
    });
}

} // namespace autochrome::inline queue
