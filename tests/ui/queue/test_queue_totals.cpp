#include "ui/queue/batch_service.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/queue_totals.h"

#include <QLabel>
#include <QProgressBar>
#include <QtTest>

using namespace autochrome;

class TestQueueTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowFarTheListedBatchIs()
    {
        const BatchService service;
        JobTableModel model;
        const QueueTotals totals(&service, &model);
        const auto* words = totals.findChild<QLabel*>("totals");
        const auto* bar = totals.findChild<QProgressBar*>();
        QCOMPARE(words->text(), "");
        QVERIFY(bar->isHidden());

        model.setRows({{.id = 1, .batch = 1, .state = JobState::Done},
                       {.id = 2, .batch = 1, .state = JobState::Failed},
                       {.id = 3, .batch = 1, .state = JobState::Paused},
                       {.id = 4, .batch = 2}});
        QCOMPARE(words->text(), "2 of 4 · 1 failed · 1 paused");
        QVERIFY(!bar->isHidden());
        QCOMPARE(bar->value(), 2);
        QCOMPARE(bar->maximum(), 4);

        model.setFilter({.batch = 2, .state = JobState::Done});
        QCOMPARE(words->text(), "0 of 1"); // whatever is searched for
        PhotoOutcome skipped;
        skipped.status = PhotoOutcome::Status::Skipped;
        model.setEnded(4, skipped);
        QCOMPARE(words->text(), "1 of 1 · 1 skipped");
        QCOMPARE(bar->value(), bar->maximum());
    }
};

QTEST_MAIN(TestQueueTotals)
#include "test_queue_totals.moc"
