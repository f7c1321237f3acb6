#include "core/base/text.h"
#include "core/queue/journal/journal.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

std::vector<NewJob> newJobs(int count, const std::string& folder = "/scans")
{
    std::vector<NewJob> jobs;
    for (int i = 0; i < count; ++i)
        jobs.push_back({folder + "/photo" + std::to_string(i) + ".tif", folder, 1000 + i, 5});
    return jobs;
}

PhotoOutcome doneAs(const fs::path& result)
{
    PhotoOutcome outcome;
    outcome.status = PhotoOutcome::Status::Done;
    outcome.result = result;
    outcome.sourceSha256 = "aa";
    outcome.resultSha256 = "bb";
    outcome.model = "first-light";
    outcome.modelSha256 = "cc";
    outcome.recipe = "{}";
    outcome.warnings = {"one", "two"};
    outcome.lightness = LightnessError{5.5, 1.25, 0.5};
    outcome.repair = {.share = 0.0195, .left = 7};
    outcome.width = 30;
    outcome.height = 20;
    outcome.seconds = {0.5, 0.25, 0.125};
    return outcome;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path path() const { return folder_->filePath("deep/queue.sqlite").toStdString(); }
    fs::path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    Journal open() const { return Journal::open(path()).value(); }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void keepsWhatItIsTold()
    {
        BatchSettings settings;
        settings.destination = Destination::Mirror;
        settings.folder = "/out/\xff"; // any bytes
        settings.nameTemplate = "{parent}/{name}";
        settings.collision = Overwrite::Replace;
        settings.format = FileFormat::Tiff;
        settings.quality = 70;
        settings.recipe.finish.strength = 0.5;
        settings.ownRecipes = true;
        settings.model = "other";
        settings.skipColoured = false;
        JobId id = 0;
        {
            Journal journal = open();
            const BatchId batch = journal.addBatch("Monday", settings, 3).value();
            QCOMPARE(journal.addJobs(batch, newJobs(2)).value(), 2);
            const Job job = journal.claim().value().value();
            id = job.id;
            QCOMPARE(job.source, fs::path("/scans/photo0.tif"));
            QCOMPARE(job.root, fs::path("/scans"));
            QCOMPARE(job.sourceSize, 1000);
            QCOMPARE(job.number, 1);
            QVERIFY(journal.finish(id, doneAs("/out/a.png")));
        }
        Journal journal = open();
        const std::vector<Batch> batches = journal.batches().value();
        QCOMPARE(batches.size(), std::size_t(1));
        QCOMPARE(batches[0].name, std::string("Monday"));
        QCOMPARE(batches[0].priority, 3);
        const BatchSettings& read = batches[0].settings;
        QCOMPARE(read.toJson(), settings.toJson());
        QCOMPARE(read.folder, settings.folder);
        const Job job = journal.job(id).value();
        QCOMPARE(job.state, JobState::Done);
        QCOMPARE(job.outcome.result, fs::path("/out/a.png"));
        QVERIFY(job.outcome.lightness == LightnessError(5.5, 1.25, 0.5));
        QVERIFY(job.outcome.repair == (RepairFigures{.share = 0.0195, .left = 7}));
        QCOMPARE(job.outcome.warnings, (std::vector<Message>{"one", "two"}));
        QCOMPARE(job.outcome.seconds.total(), 0.875);
        QCOMPARE(job.outcome.width, 30);
        QVERIFY(job.finished >= job.started && job.started > 0);
        QVERIFY(!job.outcome.error);
        const auto counts = journal.counts().value();
        QCOMPARE(counts.at(JobState::Done), 1);
        QCOMPARE(counts.at(JobState::Waiting), 1);
    }

    void aPhotoIsInABatchOnce()
    {
        Journal journal = open();
        const BatchId batch = journal.addBatch("a", {}).value();
        QCOMPARE(journal.addJobs(batch, newJobs(3)).value(), 3);
        QCOMPARE(journal.addJobs(batch, newJobs(5)).value(), 2);
        const BatchId other = journal.addBatch("b", {}).value();
        QCOMPARE(journal.addJobs(other, newJobs(3)).value(), 3);
        // Numbers have no gaps.
        const std::vector<Job> jobs = journal.jobs({.batch = batch}).value();
        for (std::size_t i = 0; i < jobs.size(); ++i)
            QCOMPARE(jobs[i].number, std::int64_t(i + 1));
    }

    void order()
    {
        Journal journal = open();
        const BatchId first = journal.addBatch("first", {}).value();
        const BatchId urgent = journal.addBatch("urgent", {}, 1).value();
        QVERIFY(journal.addJobs(first, newJobs(3)));
        QVERIFY(journal.addJobs(urgent, newJobs(1, "/urgent")));
        QCOMPARE(journal.claim().value()->batch, urgent);
        const std::vector<Job> jobs = journal.jobs({.batch = first}).value();
        QVERIFY(journal.move(std::vector{jobs[2].id}, jobs[0].id));
        QCOMPARE(journal.claim().value()->id, jobs[2].id);
        QVERIFY(journal.move(std::vector{jobs[0].id}, 0)); // to the end
        QCOMPARE(journal.claim().value()->id, jobs[1].id);
        QVERIFY(journal.setPaused(first, true));
        QVERIFY(!journal.claim().value());
        QVERIFY(journal.setPaused(first, false));
        QCOMPARE(journal.claim().value()->id, jobs[0].id);
        QVERIFY(!journal.claim().value());
    }

    void steering()
    {
        Journal journal = open();
        const BatchId batch = journal.addBatch("a", {}).value();
        QVERIFY(journal.addJobs(batch, newJobs(4)));
        const std::vector<Job> jobs = journal.jobs({}).value();
        const std::vector<JobId> ids{jobs[0].id, jobs[1].id};
        QCOMPARE(journal.pause(ids).value(), 2);
        QCOMPARE(journal.pause(ids).value(), 0);
        QCOMPARE(journal.claim().value()->id, jobs[2].id);
        QCOMPARE(journal.cancel(std::vector{jobs[2].id, jobs[0].id}).value(), 2);
        QVERIFY(journal.isCancelled(jobs[2].id).value());
        QVERIFY(!journal.isCancelled(journal.claim().value()->id).value());
        // What comes back late from a cancelled job does not change it, unless it is a result.
        PhotoOutcome failed;
        failed.error = Error{ErrorCode::Corrupt, "damaged", "detail"};
        QVERIFY(journal.finish(jobs[2].id, failed));
        QCOMPARE(journal.job(jobs[2].id)->state, JobState::Cancelled);
        QVERIFY(journal.finish(jobs[3].id, failed));
        const Job after = journal.job(jobs[3].id).value();
        QCOMPARE(after.state, JobState::Failed);
        QCOMPARE(after.outcome.error->code, ErrorCode::Corrupt);
        QCOMPARE(inWords(after.outcome.error->message), std::string("damaged"));
        QCOMPARE(journal.retryFailed(0).value(), 1);
        QVERIFY(!journal.job(jobs[3].id)->outcome.error);
        QCOMPARE(journal.retry(std::vector{jobs[2].id}).value(), 1);
        QCOMPARE(journal.resume(std::vector{jobs[1].id, jobs[0].id}).value(), 2);
        QCOMPARE(journal.counts()->at(JobState::Waiting), 4);
    }

    void clearing()
    {
        Journal journal = open();
        const BatchId ended = journal.addBatch("ended", {}).value();
        const BatchId waiting = journal.addBatch("waiting", {}).value();
        QVERIFY(journal.addJobs(ended, newJobs(1)));
        QVERIFY(journal.addJobs(waiting, newJobs(1)));
        QVERIFY(journal.finish(journal.claim().value()->id, doneAs("/a.png")));
        QCOMPARE(journal.clear(0).value(), 1);
        QCOMPARE(journal.batches()->size(), std::size_t(1));
        QVERIFY(journal.claim().value());
        QCOMPARE(journal.clear(0, true).value(), 0); // it runs
        QCOMPARE(journal.jobs({})->size(), std::size_t(1));
    }

    void reserving_data()
    {
        QTest::addColumn<int>("collision");
        QTest::addColumn<bool>("exists");
        QTest::addColumn<bool>("given");
        QTest::addColumn<QString>("name"); ///< empty: refused

        const auto row = [](const char* title, Overwrite collision, bool exists, bool given,
                            const char* name) {
            QTest::newRow(title) << int(collision) << exists << given << name;
        };
        row("free", Overwrite::Rename, false, false, "a.png");
        row("rename: there", Overwrite::Rename, true, false, "a-2.png");
        row("rename: given", Overwrite::Rename, false, true, "a-2.png");
        row("replace: there", Overwrite::Replace, true, false, "a.png");
        row("replace: given", Overwrite::Replace, true, true, "a-2.png");
        row("skip: free", Overwrite::Skip, false, false, "a.png");
        row("skip: there", Overwrite::Skip, true, false, "");
        row("skip: given", Overwrite::Skip, false, true, "a-2.png");
    }

    void reserving()
    {
        QFETCH(int, collision);
        QFETCH(bool, exists);
        QFETCH(bool, given);
        QFETCH(QString, name);
        Journal journal = open();
        const BatchId batch = journal.addBatch("a", {}).value();
        QVERIFY(journal.addJobs(batch, newJobs(2)));
        const Job one = journal.claim().value().value();
        const Job two = journal.claim().value().value();
        if (given)
            QCOMPARE(journal.reserve(one.id, "aa", file("a.png"), Overwrite::Rename).value(),
                     file("a.png"));
        if (exists)
            std::ofstream(file("a.png")) << "x";
        const auto path = journal.reserve(two.id, "aa", file("a.png"), Overwrite(collision));
        if (name.isEmpty()) {
            QVERIFY(!path);
            QCOMPARE(path.error().code, ErrorCode::TargetExists);
        } else {
            QVERIFY(path);
            QCOMPARE(path->filename().native(), name.toStdString());
            QCOMPARE(journal.job(two.id)->target, *path);
        }
    }

    // A process that is gone left three jobs running.
    void recovers()
    {
        std::vector<JobId> ids;
        {
            Journal journal = open();
            const BatchId batch = journal.addBatch("a", {}).value();
            QVERIFY(journal.addJobs(batch, newJobs(4)));
            for (int i = 0; i < 3; ++i)
                ids.push_back(journal.claim().value()->id);
            QVERIFY(journal.reserve(ids[0], "whole", file("a.png"), Overwrite::Rename));
            QVERIFY(journal.reserve(ids[1], "half", file("b.png"), Overwrite::Rename));
        }
        Journal journal = open();
        const Recovery recovery =
            journal
                .recover(false,
                         [](const Job& job) -> std::optional<WholeResult> {
                             if (job.outcome.sourceSha256 == "whole")
                                 return WholeResult{
                                     "hash", LightnessError{0.25, 0.2, 0.1}, {.share = 0.5}};
                             return std::nullopt;
                         })
                .value();
        QCOMPARE(recovery.finished, 1);
        QCOMPARE(recovery.waitingAgain, 2);
        const Job done = journal.job(ids[0]).value();
        QCOMPARE(done.state, JobState::Done);
        QCOMPARE(done.outcome.result, file("a.png"));
        QCOMPARE(done.outcome.resultSha256, std::string("hash"));
        QVERIFY(done.outcome.lightness == LightnessError(0.25, 0.2, 0.1));
        QCOMPARE(done.outcome.repair.share, 0.5);
        QVERIFY(!journal.job(ids[1])->outcome.lightness);
        QCOMPARE(journal.job(ids[1])->state, JobState::Waiting);
        QVERIFY(journal.job(ids[1])->target.empty());
        QCOMPARE(journal.claim().value()->id, ids[1]);
    }

    void findsWhatWasDoneBefore()
    {
        Journal journal = open();
        const BatchId batch = journal.addBatch("a", {}).value();
        QVERIFY(journal.addJobs(batch, newJobs(1)));
        std::ofstream(file("a.png")) << "x";
        QVERIFY(journal.finish(journal.claim().value()->id, doneAs(file("a.png"))));
        QVERIFY(journal.doneBefore(batch + 1, "aa", 0, "cc", "{}").value());
        QVERIFY(!journal.doneBefore(batch + 1, "aa", 0, "cc", "{other}").value());
        QVERIFY(!journal.doneBefore(batch + 1, "aa", 0, "dd", "{}").value());
        QVERIFY(!journal.doneBefore(batch + 1, "aa", 2, "cc", "{}").value()); // another page
        QVERIFY(!journal.doneBefore(batch, "aa", 0, "cc", "{}").value());
        fs::remove(file("a.png"));
        QVERIFY(!journal.doneBefore(batch + 1, "aa", 0, "cc", "{}").value());
    }

    // An edition with other parameters, or another way to write them, does no work twice.
    void knowsARecipeInAnyVersion_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("as it was") << R"({"strength":0.5,"version":1})" << true;
        QTest::newRow("of today") << R"({"version": 2, "finish": {"strength": 0.5}})" << true;
        QTest::newRow("in full")
            << QString::fromStdString(
                   Recipe::fromJson(R"({"version": 1, "strength": 0.5})")->toJson())
            << true;
        QTest::newRow("another strength")
            << R"({"version": 2, "finish": {"strength": 0.6}})" << false;
        QTest::newRow("another effort")
            << R"({"version": 2, "finish": {"strength": 0.5}, "colour": {"effort": "best"}})"
            << false;
    }

    void knowsARecipeInAnyVersion()
    {
        QFETCH(QString, wanted);
        QFETCH(bool, isSame);
        Journal journal = open();
        const BatchId batch = journal.addBatch("old", {}).value();
        QVERIFY(journal.addJobs(batch, newJobs(1)));
        std::ofstream(file("a.png")) << "x";
        PhotoOutcome outcome = doneAs(file("a.png"));
        outcome.recipe = R"({"strength":0.5,"version":1})";
        QVERIFY(journal.finish(journal.claim().value()->id, outcome));
        const auto found = journal.doneBefore(batch + 1, "aa", 0, "cc", wanted.toStdString());
        QVERIFY(found);
        QCOMPARE(found->has_value(), isSame);
    }

    void seesWhatOthersChange()
    {
        Journal journal = open();
        Journal other = open();
        const std::int64_t before = journal.version().value();
        QCOMPARE(journal.version().value(), before);
        QVERIFY(other.addBatch("b", {}));
        QVERIFY(journal.version().value() != before);
        QCOMPARE(journal.batches()->size(), std::size_t(1));
    }

    void searches()
    {
        Journal journal = open();
        const BatchId batch = journal.addBatch("a", {}).value();
        QVERIFY(journal.addJobs(batch, std::vector<NewJob>{{"/a/Harbour_1.tif", {}, 0, 0},
                                                           {"/a/harbourX1.tif", {}, 0, 0},
                                                           {"/a/\xff.tif", {}, 0, 0},
                                                           {"/a/100%.tif", {}, 0, 0}}));
        QCOMPARE(journal.jobs({.containing = "harbour"})->size(), std::size_t(2));
        QCOMPARE(journal.jobs({.containing = "r_1"})->size(), std::size_t(1));
        QCOMPARE(journal.jobs({.containing = "%"})->size(), std::size_t(1));
        QCOMPARE(journal.jobs({.limit = 2, .offset = 3})->size(), std::size_t(1));
        QCOMPARE(journal.jobs({.states = {JobState::Done}})->size(), std::size_t(0));
        QCOMPARE(journal.jobs({})->at(2).source, fs::path("/a/\xff.tif"));
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("content");

        QTest::newRow("no database") << QByteArray(5000, 'x');
        QTest::newRow("cut short") << QByteArray("SQLite format 3\0", 16);
    }

    void bad()
    {
        QFETCH(QByteArray, content);
        const QString name = folder_->filePath("queue.sqlite");
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto journal = Journal::open(name.toStdString());
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::Corrupt);
        QVERIFY(inWords(journal.error().message).find("queue.sqlite") != std::string::npos);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content); // whatever it is, it is not ours to change
    }

    void nowhere()
    {
        const auto journal = Journal::open("/proc/nothing/queue.sqlite");
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::WriteFailed);
    }

    void watches()
    {
        Journal journal = open();
        const BatchId batch = journal.addBatch("a", {}).value();
        QVERIFY(journal.batch(batch)->watched.empty());
        QVERIFY(journal.setWatched(batch, "/in/\xff")); // any bytes
        QCOMPARE(open().batch(batch)->watched, fs::path("/in/\xff"));
        QCOMPARE(journal.batches()->at(0).watched, fs::path("/in/\xff"));
        // It has not ended, and is only forgotten by its number or with all.
        QCOMPARE(journal.clear(0).value(), 0);
        QCOMPARE(journal.clear(batch).value(), 1);
        const BatchId other = journal.addBatch("b", {}).value();
        QVERIFY(journal.setWatched(other, "/in"));
        QCOMPARE(journal.clear(0, true).value(), 1);
        const BatchId ended = journal.addBatch("c", {}).value();
        QVERIFY(journal.setWatched(ended, "/in"));
        QVERIFY(journal.setWatched(ended, {}));
        QCOMPARE(journal.clear(0).value(), 1);
    }

    void whatIsNew()
    {
        Journal journal = open();
        const BatchId batch = journal.addBatch("a", {}).value();
        const BatchId other = journal.addBatch("b", {}).value();
        QVERIFY(journal.addJobs(batch, newJobs(3)));
        QCOMPARE(journal.newTo(batch, newJobs(5))->size(), std::size_t(2));
        QCOMPARE(journal.newTo(other, newJobs(5))->size(), std::size_t(5));
        // Results are new to none, whichever batch made them.
        const JobId job = journal.claim().value()->id;
        QVERIFY(journal.reserve(job, "aa", "/scans/photo4.tif", Overwrite::Rename));
        QCOMPARE(journal.newTo(other, newJobs(5))->size(), std::size_t(4));
        QVERIFY(journal.finish(job, doneAs("/scans/photo4.tif")));
        QCOMPARE(journal.newTo(other, newJobs(5))->size(), std::size_t(4));
        QCOMPARE(journal.newTo(batch, newJobs(5))->size(), std::size_t(1));
    }

    void unknownIds()
    {
        Journal journal = open();
        QCOMPARE(journal.job(7).error().code, ErrorCode::Usage);
        QCOMPARE(journal.batch(7).error().code, ErrorCode::Usage);
        QCOMPARE(journal.addJobs(7, newJobs(1)).error().code, ErrorCode::Usage);
        QCOMPARE(journal.setPaused(7, true).error().code, ErrorCode::Usage);
        QCOMPARE(journal.setWatched(7, "/in").error().code, ErrorCode::Usage);
        QCOMPARE(journal.cancel(std::vector<JobId>{7}).value(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
