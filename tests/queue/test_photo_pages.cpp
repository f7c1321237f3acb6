// Photos that share a file, and a queue of the time when they could not.

#include "core/base/text.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/queue/run/batch_runner.h"
#include "tests/support/make_model.h"

#include <QTemporaryDir>
#include <QtTest>
#include <SQLiteCpp/Database.h>
#include <opencv2/imgcodecs.hpp>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

// The schema of version 0.1.0.
constexpr const char* versionFive = R"(
PRAGMA journal_mode = WAL;
CREATE TABLE batch(
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, settings TEXT NOT NULL,
    folder BLOB NOT NULL, priority INTEGER NOT NULL, paused INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL, numbers INTEGER NOT NULL DEFAULT 0,
    watched BLOB NOT NULL DEFAULT x'');
CREATE TABLE job(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL REFERENCES batch(id) ON DELETE CASCADE,
    position REAL NOT NULL, state INTEGER NOT NULL DEFAULT 0, stage INTEGER NOT NULL DEFAULT 0,
    source BLOB NOT NULL, root BLOB NOT NULL, source_size INTEGER NOT NULL,
    source_time INTEGER NOT NULL, number INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    started INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0, target BLOB,
    error_code INTEGER, error_text TEXT, error_detail TEXT, reason TEXT, warnings TEXT,
    result BLOB, source_sha256 TEXT, result_sha256 TEXT, model TEXT, model_sha256 TEXT,
    recipe TEXT, width INTEGER, height INTEGER, seconds_read REAL, seconds_colour REAL,
    seconds_write REAL, sudden_ends INTEGER NOT NULL DEFAULT 0, luminance_error REAL,
    luminance_error_most REAL, luminance_error_mean REAL,
    UNIQUE(batch, source));
CREATE INDEX job_order ON job(batch, state, position);
CREATE INDEX job_target ON job(target) WHERE target IS NOT NULL;
CREATE INDEX job_result ON job(result) WHERE result IS NOT NULL;
CREATE INDEX job_source_sha256 ON job(source_sha256) WHERE source_sha256 IS NOT NULL;
CREATE INDEX job_source ON job(source);
PRAGMA application_id = 1098216559;
PRAGMA user_version = 5;
)";

// Of batch 1: two waiting, a running one, a done one. The last number given is 9.
constexpr const char* workInIt = R"(
INSERT INTO job(id, batch, position, source, root, source_size, source_time, number, state, stage,
    attempts, target, source_sha256) VALUES
    (2, 1, 1, :in || '/cut off.png', x'', 0, 0, 1, 1, 3, 1, :in || '/out/cut off.png', 'ab'),
    (3, 1, 2, :in || '/waits.png', x'', 0, 0, 2, 0, 0, 0, NULL, NULL),
    (5, 1, 3, :in || '/album.tif', x'', 0, 0, 3, 0, 0, 0, NULL, NULL);
)";
constexpr const char* doneInIt = R"(
INSERT INTO job(id, batch, position, source, root, source_size, source_time, number, state, stage,
    attempts, started, finished, error_code, error_text, error_detail, reason, warnings, result,
    source_sha256, result_sha256, model, model_sha256, recipe, width, height, seconds_read,
    seconds_colour, seconds_write, sudden_ends, luminance_error, luminance_error_most,
    luminance_error_mean) VALUES
    (7, 1, 4, x'2F696E2FFF', x'2F696E', 11, 12, 4, 3, 3, 2, 13, 14, NULL, NULL, NULL, NULL,
     '["Odd."]', x'2F6F75742FFF', 'aa', 'bb', 'House', 'cc', '{}', 40, 30, 0.5, 1.5, 2.5, 1, 0.3,
     0.2, 0.1);
UPDATE sqlite_sequence SET seq = 9 WHERE name = 'job';
)";

void writeAlbum(const fs::path& path, const std::vector<int>& greys)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    for (const int grey : greys) {
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 64);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 48);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 48);
        std::vector<std::uint8_t> pixels(64 * 48, std::uint8_t(grey));
        TIFFWriteEncodedStrip(tiff, 0, pixels.data(), tmsize_t(pixels.size()));
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
}

} // namespace

class TestPhotoPages : public QObject
{
    Q_OBJECT

    QTemporaryDir models_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::string model_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    BatchSettings settings() const
    {
        BatchSettings settings;
        settings.destination = Destination::Folder;
        settings.folder = at("out");
        settings.model = model_;
        settings.recipe.colour.size = 128;
        return settings;
    }

    std::shared_ptr<JournalThread> journal() const
    {
        return std::make_shared<JournalThread>(Journal::open(at("queue.sqlite")).value());
    }

    static RunSummary run(const std::shared_ptr<JournalThread>& journal)
    {
        RunSettings how;
        how.device = "cpu";
        const auto summary = BatchRunner(journal, how, {}).run(Progress());
        return summary ? *summary : RunSummary{.done = -1};
    }

    static std::vector<Job> jobsOf(const std::shared_ptr<JournalThread>& journal)
    {
        return journal->ask([](Journal& j) { return j.jobs({}).value(); }).get();
    }

    void leaveOldQueue() const
    {
        SQLite::Database old(at("queue.sqlite").native(),
                             SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        old.exec(versionFive);
        SQLite::Statement batch(old, "INSERT INTO batch(id, name, settings, folder, priority, "
                                     "created, numbers) VALUES(1, 'Monday', ?, ?, 0, 9, 4)");
        const std::string out = at("out").native();
        batch.bind(1, settings().toJson());
        batch.bind(2, out.c_str(), int(out.size()));
        batch.exec();
        std::string work = workInIt;
        const auto folder = "'" + folder_->path().toStdString() + "'";
        for (std::size_t i; (i = work.find(":in")) != std::string::npos;)
            work.replace(i, 3, folder);
        old.exec(work);
        old.exec("UPDATE job SET source = CAST(source AS BLOB), target = CAST(target AS BLOB)");
        old.exec(doneInIt);
    }

private Q_SLOTS:
    void initTestCase()
    {
        model_ = makeTestModel(models_.path().toStdString(), TestModel::Coloured).native();
    }

    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        fs::create_directories(at("out"));
        writeAlbum(at("album.tif"), {40, 90, 200});
        for (const char* name : {"waits.png", "cut off.png"})
            cv::imwrite(at(name).native(), cv::Mat(48, 64, CV_8UC1, cv::Scalar(120)));
    }

    void keepsAQueueOfTheReleasedSchema()
    {
        leaveOldQueue();
        Journal journal = Journal::open(at("queue.sqlite")).value();
        const std::vector<Job> jobs = journal.jobs({}).value();
        QCOMPARE(jobs.size(), std::size_t(4));
        QVERIFY(jobs[0].source == PhotoId(at("cut off.png")));
        QCOMPARE(jobs[0].state, JobState::Running);
        QCOMPARE(jobs[0].target, at("out/cut off.png"));
        QCOMPARE(jobs[0].outcome.sourceSha256, std::string("ab"));
        const Job& done = jobs[3];
        QCOMPARE(done.id, JobId(7));
        QVERIFY(done.source == PhotoId("/in/\xff"));
        QCOMPARE(done.root, fs::path("/in"));
        QCOMPARE(done.sourceSize, 11);
        QCOMPARE(done.sourceTime, 12);
        QCOMPARE(done.number, 4);
        QCOMPARE(done.attempts, 2);
        QCOMPARE(done.suddenEnds, 1);
        QCOMPARE(done.started, 13);
        QCOMPARE(done.finished, 14);
        const PhotoOutcome& outcome = done.outcome;
        QVERIFY(outcome.source == done.source);
        QCOMPARE(outcome.status, PhotoOutcome::Status::Done);
        QCOMPARE(outcome.warnings, std::vector<Message>{"Odd."});
        QCOMPARE(outcome.result, fs::path("/out/\xff"));
        QCOMPARE(outcome.sourceSha256 + outcome.resultSha256, std::string("aabb"));
        QCOMPARE(outcome.model + outcome.modelSha256 + outcome.recipe, std::string("Housecc{}"));
        QCOMPARE(outcome.width, 40);
        QCOMPARE(outcome.height, 30);
        QCOMPARE(outcome.seconds.total(), 4.5);
        QVERIFY(outcome.lightness == LightnessError(0.3, 0.2, 0.1));
        QVERIFY(outcome.repair == RepairFigures()); // nobody asked then

        // No number is given twice, and a further page of a file that is there is a further photo.
        const fs::path album = at("album.tif");
        const std::vector<NewJob> more = {{PhotoId(album, 2), {}, 0, 0}, {album, {}, 0, 0}};
        QCOMPARE(journal.newTo(1, more)->size(), std::size_t(1));
        QCOMPARE(journal.addJobs(1, more).value(), 1);
        QCOMPARE(journal.addJobs(1, more).value(), 0);
        QVERIFY(journal.jobs({})->back().id > 9);
        QVERIFY(journal.jobs({})->back().source == PhotoId(album, 2));
    }

    void finishesAQueueOfTheReleasedSchema()
    {
        leaveOldQueue();
        const auto old = journal();
        QCOMPARE(run(old).done, 3);
        for (const Job& job : jobsOf(old)) {
            QCOMPARE(job.state, JobState::Done);
            if (job.id != 7)
                QVERIFY2(fs::exists(job.outcome.result), job.outcome.result.c_str());
        }
    }

    // Each has a result of its own, by its own name, that says what it was made from.
    void pagesOfAFileArePhotos()
    {
        const auto queue = journal();
        const fs::path album = at("album.tif");
        const std::vector<NewJob> pages = {
            {album, {}, 0, 0}, {PhotoId(album, 2), {}, 0, 0}, {PhotoId(album, 3), {}, 0, 0}};
        const auto add = [&] {
            queue
                ->ask([&](Journal& j) {
                    return j.addJobs(j.addBatch("album", settings()).value(), pages).value();
                })
                .get();
        };
        add();
        QCOMPARE(run(queue).done, 3);
        const std::vector<Job> jobs = jobsOf(queue);
        const std::vector<std::pair<std::string, int>> expected = {
            {"album_colour.tif", 40}, {"album_p2_colour.tif", 90}, {"album_p3_colour.tif", 200}};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(jobs[i].outcome.result, at("out/" + expected[i].first));
            const Photo result = readPhoto(jobs[i].outcome.result).value();
            const cv::Vec3b pixel = result.pixels.at<cv::Vec3b>(20, 20);
            QVERIFY2(std::abs((pixel[0] + 2 * pixel[1] + pixel[2]) / 4 - expected[i].second) < 30,
                     expected[i].first.c_str());
            QCOMPARE(provenanceOf(result.metadata).madeFrom(),
                     fingerprint(jobs[i].outcome.sourceSha256, jobs[i].source.page));
        }
        // Another batch finds all three done, each by its own result.
        add();
        const RunSummary again = run(queue);
        QCOMPARE(again.done, 0);
        QCOMPARE(again.skipped, 3);
        const std::vector<Job> both = jobsOf(queue);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY2(QString::fromStdString(inWords(both[i + 3].outcome.reason))
                         .contains(QString::fromStdString(expected[i].first)),
                     inWords(both[i + 3].outcome.reason).c_str());
    }
};

QTEST_GUILESS_MAIN(TestPhotoPages)
#include "test_photo_pages.moc"
