#include "core/queue/journal/journal.h"

#include "core/base/text.h"
#include "core/queue/journal/journal_private.h"
#include "core/queue/journal/journal_schema.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace autochrome::inline queue {
namespace {

constexpr int busyMilliseconds = 20000;

const std::string copyName = "queue.sqlite";

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

Journal::Impl::Impl(const std::filesystem::path& file)
    : path(file),
      database(file.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyMilliseconds)
{
    prepareJournalSchema(database);
}

Journal::Impl::Impl(const std::filesystem::path& file, int flags)
    : path(file), canChange(false), database(file.native(), flags, busyMilliseconds)
{
    prepareJournalSchema(database);
    database.exec("PRAGMA query_only = ON");
}

Journal::Impl::Impl(const std::filesystem::path& file, std::unique_ptr<TemporaryFolder> with)
    : path(file),
      copy(std::move(with)),
      canChange(false),
      database((copy->path() / copyName).native(), SQLite::OPEN_READWRITE, busyMilliseconds)
{
    prepareJournalSchema(database);
    database.exec("PRAGMA query_only = ON");
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "autochrome-XXXXXX").native();
    if (!::mkdtemp(name.data()))
        throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Journal::Journal(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

std::filesystem::path Journal::defaultPath()
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value ? value : "");
    };
    if (const auto path = variable("AUTOCHROME_QUEUE"); !path.empty())
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
    return guarded(path, [&] { return Journal(std::make_unique<Impl>(path)); });
}

Result<Journal> Journal::openToLook(const std::filesystem::path& path)
{
    // Under locks, if the files beside it are there or can be made.
    auto itself =
        guarded(path, [&] { return Journal(std::make_unique<Impl>(path, SQLite::OPEN_READONLY)); });
    if (itself)
        return itself;
    return guarded(path, [&] {
        auto folder = std::make_unique<TemporaryFolder>();
        const auto take = [&](const std::string& ending) {
            const std::filesystem::path from = std::filesystem::path(path) += ending;
            const std::filesystem::path to = folder->path() / (copyName + ending);
            if (!ending.empty() && !std::filesystem::exists(from))
                return;
            std::filesystem::copy_file(from, to);
            std::filesystem::permissions(to, std::filesystem::perms::owner_all);
        };
        take("-wal"); // what it holds is not in the other one yet, or is in both
        take("");
        return Journal(std::make_unique<Impl>(path, std::move(folder)));
    });
}

bool Journal::canChange() const
{
    return impl_->canChange;
}

const std::filesystem::path& Journal::path() const
{
    return impl_->path;
}

Result<BatchId> Journal::addBatch(const std::string& name, const BatchSettings& settings,
                                  int priority)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement add(impl_->database, "INSERT INTO batch(name, settings, folder, "
                                               "priority, created) VALUES(?, ?, ?, ?, ?)");
        add.bind(1, name);
        add.bind(2, settings.toJson());
        bindPath(add, 3, settings.folder);
        add.bind(4, priority);
        add.bind(5, millisecondsNow());
        add.exec();
        return BatchId(impl_->database.getLastInsertRowid());
    });
}

Result<std::int64_t> Journal::addJobs(BatchId batch, std::span<const NewJob> jobs)
{
    return guarded(impl_->path, [&] {
        std::int64_t added = 0;
        impl_->change([&] {
            SQLite::Statement last(impl_->database,
                                   "SELECT numbers, (SELECT ifnull(max(position), 0) FROM job "
                                   "WHERE batch = ?1) FROM batch WHERE id = ?1");
            last.bind(1, batch);
            if (!last.executeStep())
                throw NoSuchEntry{batch};
            std::int64_t number = last.getColumn(0).getInt64();
            double position = last.getColumn(1).getDouble();
            SQLite::Statement add(
                impl_->database,
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
            SQLite::Statement keep(impl_->database, "UPDATE batch SET numbers = ? WHERE id = ?");
            keep.bind(1, number);
            keep.bind(2, batch);
            keep.exec();
        });
        return added;
    });
}

Result<std::vector<NewJob>> Journal::newTo(BatchId batch, std::span<const NewJob> photos)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement known(impl_->database,
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

Result<std::vector<Batch>> Journal::batches()
{
    return guarded(impl_->path, [&] {
        SQLite::Statement query(impl_->database, batchQuery + "ORDER BY priority DESC, id");
        std::vector<Batch> all;
        while (query.executeStep())
            all.push_back(readBatch(query));
        return all;
    });
}

Result<Batch> Journal::batch(BatchId id)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement query(impl_->database, batchQuery + "WHERE id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            throw NoSuchEntry{id};
        return readBatch(query);
    });
}

Result<Job> Journal::job(JobId id)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement query(impl_->database,
                                std::string("SELECT ") + jobColumns + " FROM job WHERE id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            throw NoSuchEntry{id};
        return readJob(query);
    });
}

Result<std::vector<Job>> Journal::jobs(const JobQuery& query)
{
    return guarded(impl_->path, [&] {
        std::string sql = std::string("SELECT ") + jobColumns +
                          " FROM job JOIN batch ON batch.id = job.batch WHERE 1";
        if (query.batch != 0)
            sql += " AND job.batch = :batch";
        if (!query.states.empty())
            sql += " AND state IN (" + listOf(query.states) + ")";
        if (!query.containing.empty())
            sql += " AND CAST(source AS TEXT) LIKE :pattern ESCAPE '\\'";
        sql += " ORDER BY priority DESC, job.batch, position LIMIT :limit OFFSET :offset";
        SQLite::Statement statement(impl_->database, sql);
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

Result<std::map<JobState, std::int64_t>> Journal::counts(BatchId batch)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement query(
            impl_->database,
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

Result<std::vector<QueueSource>> Journal::sourcesAfter(JobId last)
{
    const auto all = batches();
    if (!all)
        return tl::make_unexpected(all.error());
    std::map<BatchId, bool> leaveOut;
    for (const Batch& batch : *all)
        leaveOut[batch.id] = batch.settings.skipOwn;
    return guarded(impl_->path, [&] {
        SQLite::Statement query(impl_->database,
                                "SELECT id, source, batch FROM job WHERE id > ? ORDER BY id");
        query.bind(1, last);
        std::vector<QueueSource> sources;
        while (query.executeStep())
            sources.push_back({query.getColumn(0).getInt64(), pathIn(query.getColumn(1)),
                               leaveOut[query.getColumn(2).getInt64()]});
        return sources;
    });
}

Result<bool> Journal::isResultOf(BatchId batch, const std::filesystem::path& file)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement query(impl_->database,
                                "SELECT EXISTS(SELECT 1 FROM job WHERE result = ? AND batch = ?)");
        bindPath(query, 1, file);
        query.bind(2, batch);
        return query.executeStep() && query.getColumn(0).getInt() != 0;
    });
}

Result<std::int64_t> Journal::version()
{
    return guarded(impl_->path, [&] {
        return std::int64_t(impl_->database.execAndGet("PRAGMA data_version").getInt64());
    });
}

} // namespace autochrome::inline queue
