#include "ui/queue/job_counts.h"

#include <QtTest>

using namespace autochrome;

namespace {

JobRow row(BatchId batch, JobState state)
{
    return {.batch = batch, .state = state};
}

} // namespace

class TestJobCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsABatchOrAll()
    {
        const std::vector<JobRow> rows{row(1, JobState::Waiting), row(1, JobState::Paused),
                                       row(1, JobState::Done), row(2, JobState::Failed),
                                       row(2, JobState::Running)};
        JobCounts counts;
        QCOMPARE(counts.total(), 0);
        counts.count(rows, 0);
        QCOMPARE(counts.total(), 5);
        QCOMPARE(counts.pending(), 2);
        QCOMPARE(counts.ended(), 2);
        counts.count(rows, 1);
        QCOMPARE(counts.total(), 3);
        QCOMPARE(counts[JobState::Paused], 1);
        QCOMPARE(counts[JobState::Failed], 0);
        QCOMPARE(counts.ended(), 1);
    }

    // As if it were counted anew.
    void followsChanges()
    {
        std::vector<JobRow> rows{row(1, JobState::Waiting), row(2, JobState::Waiting)};
        JobCounts counts;
        counts.count(rows, 1);
        for (JobRow& changing : rows) {
            counts.change(changing, JobState::Running);
            changing.state = JobState::Running;
            QVERIFY(counts.isUnfinished(changing.batch));
            counts.change(changing, JobState::Done);
            changing.state = JobState::Done;
            QVERIFY(!counts.isUnfinished(changing.batch)); // of the other batch, too
        }
        QCOMPARE(counts.total(), 1);
        QCOMPARE(counts[JobState::Done], 1);
        QCOMPARE(counts[JobState::Waiting], 0);
        QVERIFY(!counts.isUnfinished(77));
    }
};

QTEST_APPLESS_MAIN(TestJobCounts)
#include "test_job_counts.moc"
