#include "ui/training/run/sleep_inhibitor.h"

#include <QDBusMessage>
#include <QDBusServer>
#include <QtTest>
#include <fcntl.h>
#include <unistd.h>

using namespace autochrome;

/// Stands where logind would.
class Logind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList asked;
    int reader = -1; ///< of a pipe whose other end was given away

    /// Whether nobody holds the lock any more: the pipe's end.
    bool isLetGo() const
    {
        char byte = 0;
        return reader >= 0 && ::read(reader, &byte, 1) == 0;
    }
    ~Logind() override
    {
        if (reader >= 0)
            ::close(reader);
    }

public Q_SLOTS:
    Q_SCRIPTABLE QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who,
                                                 const QString& why, const QString& mode)
    {
        asked << what << who << why << mode;
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        reader = ends[0];
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }
};

/// Stands where KDE, Xfce and others would.
class PowerManagement : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")

public:
    QStringList asked;
    QList<uint> held;

public Q_SLOTS:
    Q_SCRIPTABLE uint Inhibit(const QString& who, const QString& why)
    {
        asked << who << why;
        held << 77;
        return 77;
    }
    Q_SCRIPTABLE void UnInhibit(uint cookie) { held.removeAll(cookie); }
};

/// Stands where GNOME would.
class Gnome : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.SessionManager")

public:
    QList<uint> held;
    uint flags = 0;

public Q_SLOTS:
    Q_SCRIPTABLE uint Inhibit(const QString&, uint, const QString&, uint what)
    {
        flags = what;
        held << 5;
        return 5;
    }
    Q_SCRIPTABLE void Uninhibit(uint cookie) { held.removeAll(cookie); }
};

/// A bus with one service.
class Bus : public QObject
{
    Q_OBJECT

public:
    Bus(const QString& name, const QString& path, QObject* service) : name_(name)
    {
        connect(&server_, &QDBusServer::newConnection, this, [=, this](const QDBusConnection& one) {
            QDBusConnection peer(one);
            if (service)
                peer.registerObject(path, service, QDBusConnection::ExportScriptableSlots);
            peers_ << peer;
        });
        QDBusConnection::connectToPeer(server_.address(), name_);
    }
    ~Bus() override { QDBusConnection::disconnectFromPeer(name_); }
    bool isReady() const { return !peers_.isEmpty(); }
    QDBusConnection connection() const { return QDBusConnection(name_); }

private:
    QDBusServer server_;
    QString name_;
    QList<QDBusConnection> peers_;
};

class TestSleepInhibitor : public QObject
{
    Q_OBJECT

    using State = SleepInhibitor::State;

private Q_SLOTS:
    void initTestCase()
    {
        if (!QDBusServer().isConnected())
            QSKIP("no D-Bus server can be made here");
    }

    void asksLogind()
    {
        Logind logind;
        Bus system("system1", "/org/freedesktop/login1", &logind);
        QTRY_VERIFY(system.isReady());
        SleepInhibitor inhibitor(system.connection(), QDBusConnection("nobody"), nullptr);
        QCOMPARE(inhibitor.state(), State::Off);
        inhibitor.hold("A training runs.");
        QTRY_COMPARE(inhibitor.state(), State::Held);
        QCOMPARE(logind.asked,
                 QStringList({"sleep:idle", "Autochrome", "A training runs.", "block"}));
        inhibitor.hold("again"); // is held already
        QVERIFY(!logind.isLetGo());
        inhibitor.release();
        QCOMPARE(inhibitor.state(), State::Off);
        QTRY_VERIFY(logind.isLetGo());
        QCOMPARE(logind.asked.size(), 4);
    }

    void asksTheDesktopWithoutLogind()
    {
        PowerManagement power;
        Bus system("system2", {}, nullptr); // a bus, but nobody there
        Bus session("session2", "/org/freedesktop/PowerManagement/Inhibit", &power);
        QTRY_VERIFY(system.isReady() && session.isReady());
        {
            SleepInhibitor inhibitor(system.connection(), session.connection(), nullptr);
            inhibitor.hold("A training runs.");
            QTRY_COMPARE(inhibitor.state(), State::Held);
            QCOMPARE(power.held, QList<uint>{77});
        } // its end lets go
        QTRY_VERIFY(power.held.isEmpty());
    }

    void asksGnome()
    {
        Gnome gnome;
        Bus session("session3", "/org/gnome/SessionManager", &gnome);
        QTRY_VERIFY(session.isReady());
        SleepInhibitor inhibitor(QDBusConnection("nobody"), session.connection(), nullptr);
        inhibitor.hold("A training runs.");
        QTRY_COMPARE(inhibitor.state(), State::Held);
        QCOMPARE(gnome.flags, 4U);
        inhibitor.release();
        QTRY_VERIFY(gnome.held.isEmpty());
    }

    void saysThatNobodyCan()
    {
        SleepInhibitor alone(QDBusConnection("nobody"), QDBusConnection("nobody"), nullptr);
        alone.hold("x");
        QCOMPARE(alone.state(), State::Refused);
        alone.release();
        QCOMPARE(alone.state(), State::Off);

        Bus system("system4", {}, nullptr);
        Bus session("session4", {}, nullptr);
        QTRY_VERIFY(system.isReady() && session.isReady());
        SleepInhibitor refused(system.connection(), session.connection(), nullptr);
        refused.hold("x");
        QTRY_COMPARE(refused.state(), State::Refused);
    }

    void letsGoOfALateAnswer()
    {
        PowerManagement power;
        Bus session("session5", "/org/freedesktop/PowerManagement/Inhibit", &power);
        QTRY_VERIFY(session.isReady());
        SleepInhibitor inhibitor(QDBusConnection("nobody"), session.connection(), nullptr);
        inhibitor.hold("x");
        QCOMPARE(inhibitor.state(), State::Asking);
        inhibitor.release();
        QTRY_COMPARE(power.asked.size(), 2);
        QTRY_VERIFY(power.held.isEmpty());
        QCOMPARE(inhibitor.state(), State::Off);
        inhibitor.hold("y");
        QTRY_COMPARE(inhibitor.state(), State::Held);
    }
};

QTEST_GUILESS_MAIN(TestSleepInhibitor)
#include "test_sleep_inhibitor.moc"
