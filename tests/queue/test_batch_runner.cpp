#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/edit/recipe_store.h"
#include "core/models/collection_models.h"
#include "core/network/model_metadata.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/queue/run/batch_runner.h"
#include "tests/support/make_model.h"

#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <fcntl.h>
#include <fstream>
#include <future>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
using namespace autochrome;
namespace fs = std::filesystem;

class TestBatchRunner : public QObject
{
    Q_OBJECT

    QTemporaryDir models_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::shared_ptr<JournalThread> journal_;
    std::string model_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    template <class Work>
    auto ask(Work work) const
    {
        return journal_->ask(std::move(work)).get();
    }

    fs::path grey(const std::string& name, int variant = 0) const
    {
        fs::create_directories(at(name).parent_path());
        cv::Mat photo(60, 80, CV_8UC1);
        for (int y = 0; y < photo.rows; ++y)
            for (int x = 0; x < photo.cols; ++x)
                photo.at<uchar>(y, x) = uchar(x * 2 + y + variant);
        cv::imwrite(at(name).native(), photo);
        return at(name);
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

    BatchId add(const std::vector<NewJob>& jobs, const BatchSettings& settings) const
    {
        return ask([&](Journal& j) {
            const BatchId batch = j.addBatch("test", settings).value();
            j.addJobs(batch, jobs).value();
            return batch;
        });
    }

    std::vector<Job> jobs() const
    {
        return ask([](Journal& j) { return j.jobs({}).value(); });
    }

    RunSummary run(const RunListener& listener = {}, RunSettings how = {},
                   const Progress& progress = Progress()) const
    {
        how.device = "cpu";
        BatchRunner runner(journal_, how, listener);
        const auto summary = runner.run(progress);
        return summary ? *summary : RunSummary{.done = -1};
    }

private Q_SLOTS:
    void initTestCase()
    {
        model_ = makeTestModel(models_.path().toStdString(), TestModel::Coloured).native();
    }

    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        journal_ = std::make_shared<JournalThread>(Journal::open(at("queue.sqlite")).value());
    }

    void cleanup() { journal_.reset(); }

    void oneBadPhotoNeverStopsTheRest()
    {
        std::vector<NewJob> photos;
        for (int i = 0; i < 6; ++i)
            photos.push_back({grey("in/" + std::to_string(i) + ".png", i), at("in"), 0, 0});
        std::ofstream(at("in/bad.jpg")) << "no photo";
        photos.insert(photos.begin() + 2, {at("in/bad.jpg"), at("in"), 0, 0});
        photos.push_back({at("in/gone.tif"), at("in"), 0, 0});
        const std::string before = sha256OfFile(photos[0].source.path).value();
        add(photos, settings());
        std::atomic<int> ended = 0;
        const RunSummary summary =
            run({.started = {}, .stage = {}, .ended = [&](const Job&, const PhotoOutcome&) {
                     ++ended;
                 }});
        QCOMPARE(summary.done, 6);
        QCOMPARE(summary.failed, 2);
        QCOMPARE(int(ended), 8);
        QCOMPARE(sha256OfFile(photos[0].source.path).value(), before);
        for (const Job& job : jobs()) {
            if (job.state == JobState::Failed) {
                QVERIFY(!inWords(job.outcome.error->message).empty());
                continue;
            }
            QCOMPARE(job.state, JobState::Done);
            QCOMPARE(sha256OfFile(job.outcome.result).value(), job.outcome.resultSha256);
            QCOMPARE(sha256OfFile(job.source.path).value(), job.outcome.sourceSha256);
            const Photo result = readPhoto(job.outcome.result).value();
            QCOMPARE(result.pixels.channels(), 3);
            QCOMPARE(provenanceOf(result.metadata).modelName, std::string("test-model"));
            QVERIFY(job.outcome.seconds.colour > 0 && job.outcome.seconds.write > 0);
        }
        // Nothing but results.
        QCOMPARE(std::distance(fs::directory_iterator(at("out")), {}), 6);
    }

    void aFolderHasAModelOfItsOwn()
    {
        const QByteArray home = qgetenv("XDG_DATA_HOME");
        const QByteArray models = qgetenv("AUTOCHROME_MODELS");
        qputenv("XDG_DATA_HOME", at("home").c_str());
        qputenv("AUTOCHROME_MODELS", models_.path().toLocal8Bit());
        fs::create_directories(at("home/autochrome/models"));
        const fs::path own = at("home/autochrome/models/own.safetensors");
        {
            const auto file = SafetensorsFile::read(makeTestModel(at(""), TestModel::Coloured));
            auto tensors = file->tensors();
            std::vector<std::uint8_t> bytes(tensors.begin()->second.bytes.begin(),
                                            tensors.begin()->second.bytes.end());
            bytes[0] ^= 1;
            tensors.begin()->second.bytes = bytes;
            auto metadata = file->metadata();
            metadata["name"] = "own";
            metadata["weights_sha256"] = weightsSha256(tensors);
            QVERIFY(writeSafetensors(own, tensors, metadata));
        }
        const fs::path inAlbum = grey("album/deep/a.png");
        const fs::path beside = grey("b.png", 1);
        QVERIFY(setCollectionModel(at("album"), "own"));
        BatchSettings unnamed = settings();
        unnamed.model.clear();
        add({{inAlbum, {}, 0, 0}, {beside, {}, 0, 0}}, unnamed);
        QCOMPARE(run().done, 2);
        QCOMPARE(jobs().at(0).outcome.model, std::string("own"));
        QCOMPARE(jobs().at(1).outcome.model, std::string("test-model"));
        QVERIFY(jobs().at(0).outcome.warnings.empty());

        // A model that is named goes before.
        unnamed.skipOwn = false;
        BatchSettings named = unnamed;
        named.model = model_;
        add({{inAlbum, {}, 0, 0}}, named);
        QCOMPARE(run().done, 1);
        QCOMPARE(jobs().at(2).outcome.model, std::string("test-model"));

        // One that is gone is told of with the photo that it would have coloured.
        fs::remove(own);
        add({{inAlbum, {}, 0, 0}, {beside, {}, 0, 0}}, unnamed);
        QCOMPARE(run().done, 2);
        const Job warned = jobs().at(3);
        QCOMPARE(warned.outcome.model, std::string("test-model"));
        QCOMPARE(warned.outcome.warnings.size(), std::size_t(1));
        QVERIFY2(inWords(warned.outcome.warnings[0]).find("“own”") != std::string::npos,
                 inWords(warned.outcome.warnings[0]).c_str());
        QVERIFY(jobs().at(4).outcome.warnings.empty());
        home.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", home);
        models.isNull() ? qunsetenv("AUTOCHROME_MODELS") : qputenv("AUTOCHROME_MODELS", models);
    }

    void places_data()
    {
        QTest::addColumn<int>("destination");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("result");
        QTest::newRow("beside") << int(Destination::Beside) << "{name}_colour"
                                << "in/deep/a_colour.png";
        QTest::newRow("folder") << int(Destination::Folder) << "{name}_colour"
                                << "out/a_colour.png";
        QTest::newRow("mirror") << int(Destination::Mirror) << "{name}"
                                << "out/in/deep/a.png";
        QTest::newRow("template") << int(Destination::Folder) << "{parent}/{counter:3}_{model}"
                                  << "out/deep/001_test-model.png";
    }

    void places()
    {
        QFETCH(int, destination);
        QFETCH(QString, name);
        QFETCH(QString, result);
        BatchSettings how = settings();
        how.destination = Destination(destination);
        how.nameTemplate = name.toStdString();
        add({{grey("in/deep/a.png"), at("in"), 0, 0}}, how);
        QCOMPARE(run().done, 1);
        QCOMPARE(jobs()[0].outcome.result, at(result.toStdString()));
        QVERIFY(fs::exists(at(result.toStdString())));
    }

    // Scans of one name from many boxes in one folder.
    void sameNamesStayApart()
    {
        for (const Overwrite collision : {Overwrite::Rename, Overwrite::Replace}) {
            BatchSettings how = settings();
            how.collision = collision;
            how.folder = at(collision == Overwrite::Rename ? "renamed" : "replaced");
            how.skipOwn = false;
            std::vector<NewJob> photos;
            for (int i = 0; i < 5; ++i)
                photos.push_back(
                    {grey("in/" + std::to_string(i) + "/scan.png", 10 * i), at("in"), 0, 0});
            add(photos, how);
            QCOMPARE(run().done, 5);
            QCOMPARE(std::distance(fs::directory_iterator(how.folder), {}), 5);
        }
    }

    void skips()
    {
        const fs::path photo = grey("in/a.png");
        cv::Mat coloured(60, 80, CV_8UC3, cv::Scalar(200, 60, 30));
        cv::rectangle(coloured, {20, 20, 30, 30}, cv::Scalar(20, 60, 220), cv::FILLED);
        cv::imwrite(at("in/colours.png").native(), coloured);
        add({{photo, {}, 0, 0}, {at("in/colours.png"), {}, 0, 0}}, settings());
        RunSummary summary = run();
        QCOMPARE(summary.done, 1);
        QCOMPARE(summary.skipped, 1);
        QVERIFY(inWords(jobs()[1].outcome.reason).find("colours") != std::string::npos);

        // Another batch: the same photo under another name, and the result itself.
        fs::copy(photo, at("in/copy.png"));
        add({{at("in/copy.png"), {}, 0, 0}, {jobs()[0].outcome.result, {}, 0, 0}}, settings());
        summary = run();
        QCOMPARE(summary.skipped, 2);
        // Unless it is asked for, or wanted otherwise.
        BatchSettings again = settings();
        again.skipOwn = again.skipColoured = false;
        add({{at("in/copy.png"), {}, 0, 0}, {at("in/colours.png"), {}, 0, 0}}, again);
        QCOMPARE(run().done, 2);
        BatchSettings weaker = settings();
        weaker.recipe.finish.strength = 0.5;
        add({{photo, {}, 0, 0}}, weaker);
        QCOMPARE(run().done, 1);
        // An existing result, under Overwrite::Skip.
        BatchSettings kept = settings();
        kept.collision = Overwrite::Skip;
        kept.skipOwn = false;
        add({{photo, {}, 0, 0}}, kept);
        QCOMPARE(run().skipped, 1);
    }

    void ownRecipes()
    {
        const fs::path photo = grey("in/a.png");
        const fs::path other = grey("in/b.png", 5);
        Recipe recipe;
        recipe.finish.strength = 0;
        recipe.colour.size = 128;
        std::ofstream(RecipeStore::fileBeside(photo)) << recipe.toJson();
        std::ofstream(RecipeStore::fileBeside(other)) << "{\"version\": 99}";
        BatchSettings how = settings();
        how.ownRecipes = true;
        add({{photo, {}, 0, 0}, {other, {}, 0, 0}}, how);
        const RunSummary summary = run();
        QCOMPARE(summary.done, 1);
        QCOMPARE(summary.failed, 1); // never with another recipe than the photo's own
        const cv::Mat result = cv::imread(jobs()[0].outcome.result.native());
        std::vector<cv::Mat> planes;
        cv::split(result, planes);
        QVERIFY(cv::norm(planes[0], planes[2], cv::NORM_INF) <= 1); // strength 0 is grey
    }

    void tellsOfAChangedSource()
    {
        const fs::path photo = grey("in/a.png");
        add({{photo, {}, std::int64_t(fs::file_size(photo)) + 1, 5}}, settings());
        QCOMPARE(run().done, 1);
        QCOMPARE(jobs()[0].outcome.warnings.size(), std::size_t(1));
    }

    void cancelledByName()
    {
        std::vector<NewJob> photos;
        for (int i = 0; i < 12; ++i)
            photos.push_back({grey("in/" + std::to_string(i) + ".png", i), at("in"), 0, 0});
        add(photos, settings());
        const std::vector<Job> all = jobs();
        std::once_flag once;
        RunListener listener;
        listener.ended = [&](const Job&, const PhotoOutcome&) {
            std::call_once(once, [&] {
                // The last ones have not begun; the journal is told by this very process.
                const std::vector<JobId> ids{all[10].id, all[11].id};
                ask([&](Journal& j) { return j.cancel(ids).value(); });
            });
        };
        const RunSummary summary = run(listener);
        QCOMPARE(summary.done, 10);
        QCOMPARE(jobs()[11].state, JobState::Cancelled);
    }

    // Ctrl+C: what had begun waits again and the next run does the rest, each photo once.
    void interruptedAndGoneOnWith()
    {
        std::vector<NewJob> photos;
        for (int i = 0; i < 20; ++i)
            photos.push_back({grey("in/" + std::to_string(i) + ".png", i), at("in"), 0, 0});
        add(photos, settings());
        Progress progress;
        std::atomic<int> ended = 0;
        RunListener listener;
        listener.ended = [&](const Job&, const PhotoOutcome&) {
            if (++ended == 3)
                progress.cancel();
        };
        const RunSummary first = run(listener, {}, progress);
        QVERIFY(first.done >= 3 && first.done < 20);
        QCOMPARE(first.cancelled, 0);
        for (const Job& job : jobs())
            QVERIFY(job.state == JobState::Done || job.state == JobState::Waiting);
        const RunSummary second = run();
        QCOMPARE(first.done + second.done, 20);
        QCOMPARE(std::distance(fs::directory_iterator(at("out")), {}), 20);
    }

    void stopsAfterTheCurrent()
    {
        std::vector<NewJob> photos;
        for (int i = 0; i < 20; ++i)
            photos.push_back({grey("in/" + std::to_string(i) + ".png", i), at("in"), 0, 0});
        add(photos, settings());
        BatchRunner* running = nullptr;
        RunListener listener;
        listener.ended = [&](const Job&, const PhotoOutcome&) { running->stopAfterCurrent(); };
        BatchRunner runner(journal_, {.device = "cpu"}, listener);
        running = &runner;
        const auto summary = runner.run(Progress());
        QVERIFY(summary && summary->done >= 1 && summary->done < 20);
        const auto counts = ask([](Journal& j) { return j.counts().value(); });
        QCOMPARE(counts.at(JobState::Waiting), 20 - summary->done);
    }

    // A folder that no longer takes anything; a tiny disk says it at once.
    void fullDiskStopsTheQueue()
    {
        fs::create_directories(at("disk"));
        const std::string mount = "mount -t tmpfs -o size=4k tmpfs " + at("disk").native();
        if (std::system((mount + " 2>/dev/null").c_str()) != 0)
            QSKIP("needs the right to mount a tmpfs");
        std::vector<NewJob> photos;
        for (int i = 0; i < 8; ++i)
            photos.push_back({grey("in/" + std::to_string(i) + ".png", i), at("in"), 0, 0});
        BatchSettings how = settings();
        how.folder = at("disk");
        add(photos, how);
        const RunSummary summary = run();
        const auto counts = ask([](Journal& j) { return j.counts().value(); });
        const bool clean = fs::is_empty(at("disk"));
        std::system(("umount " + at("disk").native()).c_str());
        QVERIFY(!summary.stopped.isEmpty());
        QCOMPARE(counts.at(JobState::Waiting), 8);
        QCOMPARE(counts.at(JobState::Failed), 0);
        QVERIFY(clean);
        // With room again, everything is done.
        QCOMPARE(run().done, 8);
    }

    // A share that does not answer. A named pipe that nobody writes to stands for it, as a recipe,
    // since the reader of photos takes no pipes.
    void stalledSourceIsGivenUp()
    {
        std::vector<NewJob> photos;
        for (int i = 0; i < 4; ++i)
            photos.push_back({grey("in/" + std::to_string(i) + ".png", i), {}, 0, 0});
        const fs::path pipe = RecipeStore::fileBeside(photos[0].source.path);
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        BatchSettings settled = settings();
        settled.ownRecipes = true;
        add(photos, settled);
        RunSettings how;
        how.readers = 1;
        how.stageSeconds = 1;
        const RunSummary summary = run({}, how);
        // The worker that was given up is let go, and changes nothing any more.
        const int end = ::open(pipe.c_str(), O_WRONLY | O_NONBLOCK);
        QVERIFY(end >= 0);
        ::close(end);
        QCOMPARE(summary.done, 3);
        QCOMPARE(summary.failed, 1);
        QVERIFY(inWords(jobs()[0].outcome.error->message).find("within 1 second.") !=
                std::string::npos);
    }

    // Whoever listens may wait for what the run does meanwhile: here at the first stage of all,
    // until the fourth photo is begun.
    void listenersKeepNothingWaiting()
    {
        std::vector<NewJob> photos;
        for (int i = 0; i < 4; ++i)
            photos.push_back({grey("in/" + std::to_string(i) + ".png", i), {}, 0, 0});
        add(photos, settings());
        std::promise<void> fourth;
        const std::future<void> begun = fourth.get_future();
        int started = 0;
        std::once_flag once;
        std::future_status status = std::future_status::timeout;
        RunListener listener;
        listener.started = [&](const Job&) {
            if (++started == 4)
                fourth.set_value();
        };
        listener.stage = [&](JobId, JobStage) {
            std::call_once(once, [&] { status = begun.wait_for(std::chrono::seconds(30)); });
        };
        QCOMPARE(run(listener).done, 4);
        QVERIFY(status == std::future_status::ready);
    }

    // A run that waits takes what is added meanwhile.
    void waitsForMore()
    {
        RunSettings how;
        how.waitForMore = true;
        Progress progress;
        std::atomic<int> ended = 0;
        RunListener listener;
        listener.ended = [&](const Job&, const PhotoOutcome&) {
            if (++ended == 2)
                progress.cancel();
        };
        auto running = std::async(std::launch::async, [&] { return run(listener, how, progress); });
        const auto stop = qScopeGuard([&] { progress.cancel(); }); // also if this test fails
        add({{grey("in/0.png"), {}, 0, 0}}, settings());
        QTRY_COMPARE_WITH_TIMEOUT(int(ended), 1, 60000);
        add({{grey("in/1.png", 9), {}, 0, 0}}, settings());
        QCOMPARE(running.get().done, 2);
    }

    void noModel()
    {
        BatchSettings how = settings();
        how.model = at("none.safetensors").native();
        add({{grey("in/a.png"), {}, 0, 0}}, how);
        const RunSummary summary = run();
        QCOMPARE(summary.failed, 1);
    }

    void noSuchDevice()
    {
        BatchRunner runner(journal_, {.device = "cuda:77"});
        const auto summary = runner.run(Progress());
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestBatchRunner)
#include "test_batch_runner.moc"
