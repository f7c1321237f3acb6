#include "core/base/text.h"
#include "core/queue/journal/journal.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <sys/mount.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

// As version 1 left a queue behind, with two batches and three photos.
constexpr const char* versionOne = R"(
PRAGMA journal_mode = WAL;
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
PRAGMA application_id = 1098216559;
PRAGMA user_version = 1;
INSERT INTO job(batch, position, state, source, root, source_size, source_time, number, result,
                source_sha256, width) VALUES
    (1, 1, 3, CAST('/scans/a.tif' AS BLOB), CAST('/scans' AS BLOB), 1000, 5, 1,
     CAST('/out/a.png' AS BLOB), 'aa', 30),
    (1, 2, 0, x'2FFF', x'', 1001, 6, 2, NULL, NULL, NULL),
    (2, 1, 2, CAST('/scans/c.tif' AS BLOB), x'', 1002, 7, 1, NULL, NULL, NULL);
)";

} // namespace

/// The journal's file as other programs see it, and what older ones left in it.
class TestJournalFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path path() const { return folder_->filePath("queue.sqlite").toStdString(); }

    SQLite::Database database() const
    {
        return {path().native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void bringsVersionOneUpToDate()
    {
        BatchSettings settings;
        settings.destination = Destination::Folder;
        settings.nameTemplate = "{parent}/{name}";
        {
            SQLite::Database old = database();
            old.exec(versionOne);
            SQLite::Statement add(old, "INSERT INTO batch(name, settings, folder, priority, "
                                       "paused, created, numbers) VALUES(?, ?, x'2FFF', ?, ?, 9, "
                                       "2)");
            for (const bool second : {false, true}) {
                add.reset();
                add.bind(1, second ? "Tuesday" : "Monday");
                add.bind(2, settings.toJson());
                add.bind(3, second ? -1 : 3);
                add.bind(4, int(second));
                add.exec();
            }
        }
        {
            auto journal = Journal::open(path());
            QVERIFY(journal);
            const std::vector<Batch> batches = journal->batches().value();
            QCOMPARE(batches.size(), std::size_t(2));
            QCOMPARE(batches[0].name, std::string("Monday"));
            QCOMPARE(batches[0].priority, 3);
            QCOMPARE(batches[0].settings.folder, fs::path("/\xff"));
            QCOMPARE(batches[0].settings.nameTemplate, settings.nameTemplate);
            QCOMPARE(batches[0].created, 9);
            QVERIFY(batches[0].watched.empty() && batches[1].watched.empty());
            QVERIFY(!batches[0].paused && batches[1].paused);
            const std::vector<Job> jobs = journal->jobs({}).value();
            QCOMPARE(jobs.size(), std::size_t(3));
            QCOMPARE(jobs[0].state, JobState::Done);
            QCOMPARE(jobs[0].source, fs::path("/scans/a.tif"));
            QCOMPARE(jobs[0].outcome.result, fs::path("/out/a.png"));
            QCOMPARE(jobs[0].outcome.sourceSha256, std::string("aa"));
            QCOMPARE(jobs[0].outcome.width, 30);
            QCOMPARE(jobs[1].source, fs::path("/\xff"));
            QCOMPARE(jobs[1].sourceTime, 6);
            QCOMPARE(jobs[2].state, JobState::Paused);
            // It goes on where the old one stopped.
            QVERIFY(journal->setWatched(2, "/in"));
            QCOMPARE(journal->addJobs(1, std::vector<NewJob>{{"/scans/d.tif", {}, 0, 0}}).value(),
                     1);
            QCOMPARE(journal->claim().value()->source, fs::path("/\xff"));
        }
        auto again = Journal::open(path());
        QVERIFY(again);
        QCOMPARE(again->batch(2)->watched, fs::path("/in"));
        QCOMPARE(again->jobs({})->at(2).number, 3);
        QCOMPARE(database().execAndGet("PRAGMA user_version").getInt(), 7);
    }

    void canOnlyBeLookedAt_data()
    {
        QTest::addColumn<QString>("left");
        QTest::newRow("closed in order") << "closed";
        QTest::newRow("by a sudden end") << "sudden";
        QTest::newRow("by an older version") << "old";
    }

    // On a disk that is read-only.
    void canOnlyBeLookedAt()
    {
        QFETCH(QString, left);
        const fs::path disk = folder_->filePath("disk").toStdString();
        const fs::path queue = disk / "queue.sqlite";
        fs::create_directory(disk);
        if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, nullptr) != 0)
            QSKIP("a disk can only be mounted by root");
        const auto unmount = qScopeGuard([&] { ::umount2(disk.c_str(), MNT_DETACH); });
        {
            Journal journal = Journal::open(path()).value();
            const BatchId batch = journal.addBatch("Monday", {}).value();
            QVERIFY(journal.addJobs(batch, std::vector<NewJob>{{"/a.tif", {}, 0, 0}}));
            if (left == "sudden") // what was added is in the second file only
                for (const char* ending : {"", "-wal"})
                    fs::copy_file(fs::path(path()) += ending, fs::path(queue) += ending);
        }
        if (left != "sudden")
            fs::copy_file(path(), queue);
        if (left == "old") {
            SQLite::Database old(queue.native(), SQLite::OPEN_READWRITE);
            old.exec("DROP INDEX job_source");
            for (const char* column :
                 {"sudden_ends", "luminance_error", "luminance_error_most", "luminance_error_mean"})
                old.exec(std::string("ALTER TABLE job DROP COLUMN ").append(column));
            old.exec("PRAGMA user_version = 2");
        }
        QCOMPARE(::mount(nullptr, disk.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);

        QVERIFY(!Journal::open(queue));
        auto journal = Journal::openToLook(queue);
        QVERIFY2(journal.has_value(), journal ? "" : journal.error().detail.c_str());
        QVERIFY(!journal->canChange());
        QCOMPARE(journal->path(), queue);
        QCOMPARE(journal->batches()->front().name, std::string("Monday"));
        QCOMPARE(journal->jobs({})->front().source, fs::path("/a.tif"));
        QCOMPARE(journal->counts().value()[JobState::Waiting], 1);
        const auto changed = journal->addBatch("Tuesday", {});
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::WriteFailed);
        QVERIFY2(inWords(changed.error().message).find("looked at") != std::string::npos,
                 inWords(changed.error().message).c_str());
        QVERIFY(!journal->claim());
        QVERIFY(!Journal::openToLook(disk / "none.sqlite"));
    }

    void leavesANewerVersionAlone()
    {
        QVERIFY(Journal::open(path()));
        database().exec("PRAGMA user_version = 99");
        QCOMPARE(Journal::open(path()).error().code, ErrorCode::Corrupt);
        QCOMPARE(database().execAndGet("PRAGMA user_version").getInt(), 99);
    }

    // Somebody else's hand, or a fault of the disk.
    void aBatchThatMeansNothingIsASentence()
    {
        Journal journal = Journal::open(path()).value();
        const BatchId batch = journal.addBatch("a", {}).value();
        database().exec("UPDATE batch SET settings = json_set(settings, '$.straighten', 400)");
        for (const Error& error : {journal.batch(batch).error(), journal.batches().error()}) {
            QVERIFY(!inWords(error.message).empty());
            QVERIFY2(error.detail.find("straighten") != std::string::npos, error.detail.c_str());
        }
    }

    // A run that waits for more asks several times a second; others must be able to write.
    void anIdleClaimLocksNobodyOut()
    {
        Journal journal = Journal::open(path()).value();
        const BatchId paused = journal.addBatch("paused", {}).value();
        QVERIFY(journal.addJobs(paused, std::vector<NewJob>{{"/a.tif", {}, 0, 0}}));
        QVERIFY(journal.setPaused(paused, true));
        SQLite::Database other = database();
        {
            // The write lock is somebody's: who wants it waits for twenty seconds.
            const SQLite::Transaction writing(other, SQLite::TransactionBehavior::IMMEDIATE);
            QElapsedTimer timer;
            timer.start();
            const auto claimed = journal.claim();
            QVERIFY(claimed && !*claimed);
            QVERIFY(timer.elapsed() < 5000);
        }
        QVERIFY(journal.setPaused(paused, false));
        QCOMPARE(journal.claim().value()->source, fs::path("/a.tif"));
    }
};

QTEST_GUILESS_MAIN(TestJournalFile)
#include "test_journal_file.moc"
