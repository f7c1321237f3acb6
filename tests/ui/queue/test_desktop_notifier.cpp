#include "tests/ui/queue/fake_desktop.h"
#include "ui/queue/desktop_notifier.h"

#include <QtTest>

using namespace autochrome;

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheDesktop()
    {
        FakeDesktop desktop;
        if (!desktop.isThere())
            QSKIP("no D-Bus server can be made here");
        DesktopNotifier notifier(desktop.bus(), nullptr);
        notifier.notify("The queue is done", "3 done & 1 <failed>");
        QTRY_COMPARE(desktop.said.size(), 3);
        QCOMPARE(desktop.said[1], "The queue is done");
        QCOMPARE(desktop.said[2], "3 done &amp; 1 &lt;failed&gt;");
        QVERIFY(desktop.hints.contains("desktop-entry"));

        notifier.showProgress(0.504);
        QTRY_COMPARE(desktop.updates, 1);
        QCOMPARE(desktop.bar["progress"].toDouble(), 0.5);
        QCOMPARE(desktop.bar["progress-visible"].toBool(), true);
        notifier.showProgress(0.506); // no change that could be seen
        notifier.showProgress(-1);
        QTRY_COMPARE(desktop.updates, 2);
        QCOMPARE(desktop.bar["progress-visible"].toBool(), false);
    }

    void doesWithoutABus()
    {
        DesktopNotifier notifier(QDBusConnection("nobody"), nullptr);
        notifier.notify("a", "b");
        notifier.showProgress(0.5);
    }
};

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "test_desktop_notifier.moc"
