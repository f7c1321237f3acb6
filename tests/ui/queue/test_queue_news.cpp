#include "tests/ui/queue/fake_desktop.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/desktop_notifier.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/queue_news.h"

#include <QSignalSpy>
#include <QtTest>

using namespace autochrome;

class TestQueueNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheDesktopHowARunHasEnded()
    {
        FakeDesktop desktop;
        if (!desktop.isThere())
            QSKIP("no D-Bus server can be made here");
        BatchService service;
        const JobTableModel model;
        DesktopNotifier notifier(desktop.bus(), nullptr);
        const QueueNews news(&service, &model, &notifier);
        QSignalSpy problems(&news, &QueueNews::problem);
        Q_EMIT service.finished({}); // nothing was done: not worth a word
        Q_EMIT service.finished({.done = 3, .failed = 1, .skipped = 2});
        QTRY_COMPARE(desktop.said.size(), 3);
        QCOMPARE(desktop.said[1], "The queue is done");
        QCOMPARE(desktop.said[2], "3 done, 2 skipped, 1 failed");
        QCOMPARE(problems.count(), 0);

        Q_EMIT service.finished({.done = 1, .stopped = {"The disk is full."}});
        QTRY_COMPARE(desktop.said.size(), 6);
        QCOMPARE(desktop.said[4], "The queue has stopped");
        QCOMPARE(desktop.said[5], "The disk is full.");
        QCOMPARE(problems.count(), 1);
        QVERIFY(problems[0][0].toString().contains("the remaining photos wait: The disk is full."));
    }

    void tellsOfFailures()
    {
        BatchService service;
        const JobTableModel model;
        DesktopNotifier notifier(QDBusConnection("nobody"), nullptr);
        const QueueNews news(&service, &model, &notifier);
        QSignalSpy problems(&news, &QueueNews::problem);
        Q_EMIT service.failed({ErrorCode::Corrupt, {"The queue is damaged."}, "page 7"});
        QCOMPARE(problems.count(), 1);
        QCOMPARE(problems[0][0].toString(), "The queue is damaged.");
        QCOMPARE(problems[0][1].toString(), "page 7");
    }

    // Photos that have ended while nothing is being worked on are no progress.
    void showsNoBarWhileTheQueueRests()
    {
        FakeDesktop desktop;
        if (!desktop.isThere())
            QSKIP("no D-Bus server can be made here");
        BatchService service;
        JobTableModel model;
        DesktopNotifier notifier(desktop.bus(), nullptr);
        const QueueNews news(&service, &model, &notifier);
        notifier.showProgress(0.25);
        QTRY_COMPARE(desktop.updates, 1);
        model.setRows({{.id = 1, .batch = 1, .state = JobState::Done}, {.id = 2, .batch = 1}});
        QTRY_COMPARE(desktop.updates, 2);
        QCOMPARE(desktop.bar["progress-visible"].toBool(), false);
    }
};

QTEST_MAIN(TestQueueNews)
#include "test_queue_news.moc"
