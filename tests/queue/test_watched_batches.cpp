#include "core/queue/intake/watched_batches.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace autochrome;
namespace fs = std::filesystem;

/// The folders of several batches, and what lies in them that is none of their photos.
class TestWatchedBatches : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::shared_ptr<JournalThread> journal_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    void write(const std::string& name) const
    {
        fs::create_directories(at(name).parent_path());
        std::ofstream(at(name)) << name;
    }

    template <class Work>
    auto ask(Work work) const
    {
        return journal_->ask(std::move(work)).get();
    }

    BatchId batchOn(const fs::path& folder, const BatchSettings& settings = {}) const
    {
        return ask([&](Journal& j) {
            const BatchId batch = j.addBatch("test", settings).value();
            if (!j.setWatched(batch, folder))
                qFatal("cannot watch");
            return batch;
        });
    }

    // Two looks, as a photo takes.
    static WatchedLook looked(WatchedBatches& watched)
    {
        WatchedLook both = watched.look().value();
        WatchedLook second = watched.look().value();
        both.added += second.added;
        both.problems.insert(both.problems.end(), second.problems.begin(), second.problems.end());
        return both;
    }

    std::vector<fs::path> sourcesOf(BatchId batch) const
    {
        std::vector<fs::path> sources;
        for (const Job& job : ask([&](Journal& j) { return j.jobs({.batch = batch}).value(); }))
            sources.push_back(job.source.path);
        return sources;
    }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        journal_ = std::make_shared<JournalThread>(Journal::open(at("queue.sqlite")).value());
    }

    void cleanup() { journal_.reset(); }

    void addsToEachBatchItsOwn()
    {
        write("a/1.png");
        write("b/sub/2.png");
        const BatchId a = batchOn(at("a"));
        const BatchId b = batchOn(at("b"));
        const BatchId none = batchOn({});
        WatchedBatches watched(journal_);
        QCOMPARE(watched.look()->added, 0);
        QCOMPARE(watched.look()->added, 2);
        QCOMPARE(sourcesOf(a), std::vector{at("a/1.png")});
        QCOMPARE(sourcesOf(b), std::vector{at("b/sub/2.png")});
        QVERIFY(sourcesOf(none).empty());
        const Job job = ask([&](Journal& j) { return j.jobs({.batch = b})->front(); });
        QCOMPARE(job.root, at("b")); // for Destination::Mirror
        QVERIFY(job.sourceSize > 0 && job.sourceTime != 0);
        QCOMPARE(looked(watched).added, 0);
        // Whoever else looks, or looks again after a restart, adds none of them twice.
        WatchedBatches other(journal_);
        QCOMPARE(looked(other).added, 0);
        write("a/3.png");
        QCOMPARE(looked(other).added, 1);
        QCOMPARE(looked(watched).added, 0);
    }

    void oneThatIsGoneStopsNoOther()
    {
        write("b/1.png");
        batchOn(at("a"));
        batchOn(at("b"));
        WatchedBatches watched(journal_);
        const WatchedLook look = looked(watched);
        QCOMPARE(look.added, 1);
        QCOMPARE(look.problems.size(), std::size_t(1)); // told once
        QCOMPARE(look.problems[0].code, ErrorCode::NotFound);
        write("a/2.png");
        QCOMPARE(looked(watched).added, 1);
        fs::remove_all(at("a"));
        QCOMPARE(looked(watched).problems.size(), std::size_t(1)); // and anew
    }

    // Results among the photos, also under settings that want photos of this program again.
    void resultsAreNoPhotos()
    {
        BatchSettings settings;
        settings.destination = Destination::Folder;
        settings.folder = at("a/out");
        settings.skipOwn = false;
        write("a/1.png");
        write("a/out/0_colour.png");
        const BatchId batch = batchOn(at("a"), settings);
        WatchedBatches watched(journal_);
        QCOMPARE(looked(watched).added, 1);
        // One that is written beside its photo, and one that is about to be.
        const JobId job = ask([](Journal& j) { return j.claim().value()->id; });
        const auto path = ask([&](Journal& j) {
            return j.reserve(job, "aa", at("a/1_colour.png"), Overwrite::Rename).value();
        });
        QCOMPARE(path, at("a/1_colour.png"));
        write("a/1_colour.png");
        QCOMPARE(looked(watched).added, 0);
        PhotoOutcome outcome;
        outcome.status = PhotoOutcome::Status::Done;
        outcome.result = path;
        QVERIFY(ask([&](Journal& j) { return j.finish(job, outcome); }));
        QCOMPARE(looked(watched).added, 0);
        WatchedBatches other(journal_);
        QCOMPARE(looked(other).added, 0);
        QCOMPARE(sourcesOf(batch), std::vector{at("a/1.png")});
    }

    void followsWhatTheJournalSays()
    {
        write("a/1.png");
        write("b/2.png");
        const BatchId batch = batchOn(at("a"));
        WatchedBatches watched(journal_);
        QCOMPARE(looked(watched).added, 1);
        QVERIFY(ask([&](Journal& j) { return j.setWatched(batch, at("b")); }));
        QCOMPARE(looked(watched).added, 1);
        QVERIFY(ask([&](Journal& j) { return j.setWatched(batch, {}); }));
        write("b/3.png");
        QCOMPARE(looked(watched).added, 0);
        ask([&](Journal& j) { return j.clear(0, true).value(); });
        QCOMPARE(looked(watched).added, 0);
    }

    void stops()
    {
        write("a/1.png");
        batchOn(at("a"));
        WatchedBatches watched(journal_);
        Progress progress;
        progress.cancel();
        QCOMPARE(watched.look(progress).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestWatchedBatches)
#include "test_watched_batches.moc"
