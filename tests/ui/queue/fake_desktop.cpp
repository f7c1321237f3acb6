#include "tests/ui/queue/fake_desktop.h"

#include <QtTest>

namespace autochrome {

namespace {

const QString busName = QStringLiteral("window");

} // namespace

FakeDesktop::FakeDesktop() : bus_(QString())
{
    connect(&server_, &QDBusServer::newConnection, this, [this](const QDBusConnection& connection) {
        QDBusConnection peer(connection);
        peer.registerObject("/org/freedesktop/Notifications", this,
                            QDBusConnection::ExportScriptableSlots);
        peer.connect({}, "/org/autochrome/autochrome", "com.canonical.Unity.LauncherEntry",
                     "Update", this, SLOT(onUpdate(QString, QVariantMap)));
        peers_ << peer;
    });
    if (server_.isConnected())
        bus_ = QDBusConnection::connectToPeer(server_.address(), busName);
}

FakeDesktop::~FakeDesktop()
{
    QDBusConnection::disconnectFromPeer(busName);
}

bool FakeDesktop::isThere()
{
    return server_.isConnected() && QTest::qWaitFor([this] { return peers_.size() == 1; });
}

uint FakeDesktop::Notify(const QString& app, uint, const QString&, const QString& title,
                         const QString& body, const QStringList&, const QVariantMap& more, int)
{
    said << app << title << body;
    hints = more;
    return 1;
}

void FakeDesktop::onUpdate(const QString& /*application*/, const QVariantMap& values)
{
    bar = values;
    ++updates;
}

} // namespace autochrome
