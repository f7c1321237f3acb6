#include "core/base/text.h"
#include "core/queue/journal/journal.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

/// What becomes of photos that were at hand when the program came to a sudden end.
class TestSuddenEnds : public QObject
{
    Q_OBJECT

    static Journal filled(const QTemporaryDir& folder, int photos)
    {
        auto journal = Journal::open(folder.filePath("queue.sqlite").toStdString());
        const BatchId batch = journal->addBatch("all", {}).value();
        std::vector<NewJob> jobs;
        for (int i = 0; i < photos; ++i)
            jobs.push_back({QString("/in/%1.png").arg(100 + i).toStdString(), "/in", 1, 1});
        if (!journal->addJobs(batch, jobs))
            qFatal("no jobs");
        return std::move(*journal);
    }

    /// The program begins so many photos and is gone.
    static std::vector<JobId> suddenEnd(Journal& journal, int begun, bool crashed)
    {
        std::vector<JobId> ids;
        for (int i = 0; i < begun; ++i)
            if (const auto job = journal.claim().value())
                ids.push_back(job->id);
        if (!journal.recover(crashed, [](const Job&) { return std::optional<WholeResult>(); }))
            qFatal("not recovered");
        return ids;
    }

    static PhotoOutcome done()
    {
        PhotoOutcome outcome;
        outcome.status = PhotoOutcome::Status::Done;
        return outcome;
    }

private Q_SLOTS:
    // A kill can hit any photo, as often as it likes: it is the same as if it had not begun.
    void aKillFromOutsideBlamesNoPhoto()
    {
        const QTemporaryDir folder;
        Journal journal = filled(folder, 1);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(suddenEnd(journal, 1, false).size(), 1U);
        const Job job = journal.jobs({}).value()[0];
        QCOMPARE(job.state, JobState::Waiting);
        QCOMPARE(job.suddenEnds, 0);
        QCOMPARE(job.attempts, 20);
    }

    // Down again and again before any photo is done: none of them is to blame.
    void nobodyIsGivenUpForBadLuck()
    {
        const QTemporaryDir folder;
        Journal journal = filled(folder, 300);
        for (int i = 0; i < 100; ++i)
            suddenEnd(journal, 5, true);
        QCOMPARE(journal.counts().value()[JobState::Waiting], 300);
    }

    // The one that brings the program down every time: the others are done, it is given up.
    void givesUpOnWhatKillsTheProgram()
    {
        const QTemporaryDir folder;
        Journal journal = filled(folder, 12);
        const JobId culprit = journal.jobs({}).value()[1].id;
        for (int run = 0; run < 40 && journal.counts().value()[JobState::Waiting] > 0; ++run) {
            // Three on their way; when the culprit is among them, all are cut off.
            std::vector<JobId> ids;
            for (int i = 0; i < 3; ++i)
                if (const auto job = journal.claim().value())
                    ids.push_back(job->id);
            if (std::find(ids.begin(), ids.end(), culprit) == ids.end())
                for (const JobId id : ids)
                    QVERIFY(journal.finish(id, done()));
            QVERIFY(journal.recover(true, [](const Job&) { return std::optional<WholeResult>(); }));
        }
        const auto counts = journal.counts().value();
        QCOMPARE(counts.at(JobState::Done), 11);
        QCOMPARE(counts.at(JobState::Failed), 1);
        const Job job = journal.job(culprit).value();
        QCOMPARE(job.state, JobState::Failed);
        QVERIFY(!inWords(job.outcome.error->message).empty());
        // The person may insist.
        QCOMPARE(journal.retryFailed(0).value(), 1);
        QCOMPARE(journal.claim().value()->suddenEnds, 0);
    }

    void suspectsAreWorkedOnLastAndAlone()
    {
        const QTemporaryDir folder;
        Journal journal = filled(folder, 4);
        const std::vector<JobId> suspects = suddenEnd(journal, 2, true);
        QCOMPARE(suddenEnd(journal, 2, true), suspects);
        const auto third = journal.claim().value();
        const auto fourth = journal.claim().value();
        QVERIFY(third && fourth);
        QVERIFY(third->id > suspects[1] && fourth->id > suspects[1]);
        QVERIFY(!journal.claim().value()); // not beside others
        QVERIFY(journal.finish(third->id, done()));
        QVERIFY(journal.finish(fourth->id, done()));
        QCOMPARE(journal.claim().value()->id, suspects[0]);
        QVERIFY(!journal.claim().value());
        QVERIFY(journal.finish(suspects[0], done()));
        QCOMPARE(journal.claim().value()->id, suspects[1]);
    }

    void aPoliteStopIsNoAttempt()
    {
        const QTemporaryDir folder;
        Journal journal = filled(folder, 1);
        for (int i = 0; i < 9; ++i)
            QVERIFY(journal.putBack(journal.claim().value()->id));
        const Job job = journal.jobs({}).value()[0];
        QCOMPARE(job.attempts, 0);
        QCOMPARE(job.suddenEnds, 0);
    }
};

QTEST_GUILESS_MAIN(TestSuddenEnds)
#include "test_sudden_ends.moc"
