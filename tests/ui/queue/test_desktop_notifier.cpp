#include "ui/queue/desktop_notifier.h"

#include <QDBusMessage>
#include <QDBusServer>
#include <QtTest>

using namespace autochrome;

/// Stands where the desktop would: keeps what it is told.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList said;
    QVariantMap hints;
    QVariantMap bar;
    int updates = 0;

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString& app, uint, const QString&, const QString& title,
                             const QString& body, const QStringList&, const QVariantMap& more, int)
    {
        said << app << title << body;
        hints = more;
        return 1;
    }
    void onUpdate(const QString& application, const QVariantMap& values)
    {
        Q_UNUSED(application)
        bar = values;
        ++updates;
    }
};

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheDesktop()
    {
        QDBusServer server;
        if (!server.isConnected())
            QSKIP("no D-Bus server can be made here");
        Desktop desktop;
        QList<QDBusConnection> peers;
        connect(
            &server, &QDBusServer::newConnection, &desktop, [&](const QDBusConnection& connection) {
                QDBusConnection peer(connection);
                peer.registerObject("/org/freedesktop/Notifications", &desktop,
                                    QDBusConnection::ExportScriptableSlots);
                peer.connect({}, "/org/autochrome/autochrome", "com.canonical.Unity.LauncherEntry",
                             "Update", &desktop, SLOT(onUpdate(QString, QVariantMap)));
                peers << peer;
            });
        const QDBusConnection bus = QDBusConnection::connectToPeer(server.address(), "window");
        QTRY_COMPARE(peers.size(), 1);

        DesktopNotifier notifier(bus, nullptr);
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
        QDBusConnection::disconnectFromPeer("window");
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
