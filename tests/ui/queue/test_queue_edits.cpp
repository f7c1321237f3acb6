#include "ui/queue/batch_service.h"
#include "ui/queue/queue_edits.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

using namespace autochrome;

namespace {

constexpr int patience = 60000;

using Jobs = std::vector<JobId>;

/// A queue of its own: two batches of three photos, which need not exist. Nothing works on it.
struct Queue
{
    QTemporaryDir folder;
    BatchService service;
    QueueEdits edits{&service};
    std::vector<JobRow> rows;

    Queue()
    {
        service.setPath(folder.filePath("queue.sqlite").toStdString());
        QObject::connect(&service, &BatchService::loaded, &service,
                         [this](const std::vector<JobRow>& loaded) { rows = loaded; });
        for (const char* name : {"early", "late"}) {
            QueueRequest request;
            request.name = name;
            for (const char* photo : {"a", "b", "c"}) {
                NewJob job;
                job.source = std::string("/nowhere/") + name + "/" + photo + ".png";
                request.jobs.push_back(job);
            }
            service.add(request, "auto");
        }
        QTRY_COMPARE_WITH_TIMEOUT(rows.size(), std::size_t(6), patience);
    }

    Jobs order() const
    {
        Jobs jobs;
        for (const JobRow& row : rows)
            jobs.push_back(row.id);
        return jobs;
    }

    JobState stateOf(JobId job) const
    {
        return std::find_if(rows.begin(), rows.end(),
                            [job](const JobRow& row) { return row.id == job; })
            ->state;
    }
};

} // namespace

class TestQueueEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsBackCancelsAndTriesAgain()
    {
        Queue queue;
        queue.edits.pause({1, 4});
        QTRY_COMPARE_WITH_TIMEOUT(queue.stateOf(4), JobState::Paused, patience);
        QCOMPARE(queue.stateOf(1), JobState::Paused);
        QCOMPARE(queue.stateOf(2), JobState::Waiting);
        queue.edits.resume({4});
        QTRY_COMPARE_WITH_TIMEOUT(queue.stateOf(4), JobState::Waiting, patience);
        queue.edits.cancel({1, 2});
        QTRY_COMPARE_WITH_TIMEOUT(queue.stateOf(2), JobState::Cancelled, patience);
        QCOMPARE(queue.stateOf(1), JobState::Cancelled);
        queue.edits.retry({2});
        QTRY_COMPARE_WITH_TIMEOUT(queue.stateOf(2), JobState::Waiting, patience);
        QCOMPARE(queue.stateOf(1), JobState::Cancelled);
    }

    void movesWithinTheBatch()
    {
        Queue queue;
        QCOMPARE(queue.order(), Jobs({1, 2, 3, 4, 5, 6}));
        queue.edits.move({6, 5}, JobMove::First);
        QTRY_COMPARE_WITH_TIMEOUT(queue.order(), Jobs({1, 2, 3, 5, 6, 4}), patience);
        queue.edits.move({1}, JobMove::Last);
        QTRY_COMPARE_WITH_TIMEOUT(queue.order(), Jobs({2, 3, 1, 5, 6, 4}), patience);
        queue.edits.moveBeside({1}, 2, true);
        QTRY_COMPARE_WITH_TIMEOUT(queue.order(), Jobs({2, 1, 3, 5, 6, 4}), patience);
    }

    void prefersABatch()
    {
        Queue queue;
        queue.edits.prefer(2);
        QTRY_COMPARE_WITH_TIMEOUT(queue.order(), Jobs({4, 5, 6, 1, 2, 3}), patience);
        queue.edits.prefer(1);
        QTRY_COMPARE_WITH_TIMEOUT(queue.order(), Jobs({1, 2, 3, 4, 5, 6}), patience);
    }

    void forgetsWhatHasEnded()
    {
        Queue queue;
        queue.edits.cancel({4, 5, 6, 1});
        queue.edits.clearEnded(0);
        QTRY_COMPARE_WITH_TIMEOUT(queue.order(), Jobs({1, 2, 3}), patience);
        QCOMPARE(queue.service.batches().size(), std::size_t(1));
    }

    void doesNothingWithoutPhotosAndTellsOfUnknownOnes()
    {
        Queue queue;
        QSignalSpy failed(&queue.service, &BatchService::failed);
        queue.edits.pause({});
        queue.edits.move({}, JobMove::Up);
        queue.edits.move({77}, JobMove::Up);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        QCOMPARE(queue.order(), Jobs({1, 2, 3, 4, 5, 6}));
    }
};

QTEST_GUILESS_MAIN(TestQueueEdits)
#include "test_queue_edits.moc"
