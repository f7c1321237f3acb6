#include "ui/queue/desktop_notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QGuiApplication>
#include <QVariantMap>
#include <cmath>

namespace autochrome {

DesktopNotifier::DesktopNotifier(QObject* parent)
    : DesktopNotifier(QDBusConnection::sessionBus(), parent)
{
}

DesktopNotifier::DesktopNotifier(const QDBusConnection& bus, QObject* parent)
    : QObject(parent), bus_(bus)
{
}

void DesktopNotifier::notify(const QString& title, const QString& body)
{
    if (!bus_.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    // The desktop's own choice of how long it stays.
    constexpr int expiry = -1;
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    call << QStringLiteral("Autochrome") << 0U << QGuiApplication::desktopFileName() << title
         << body.toHtmlEscaped() << QStringList() << hints << expiry;
    bus_.asyncCall(call);
}

void DesktopNotifier::showProgress(double fraction)
{
    // A hundred steps are as fine as an icon shows.
    const double step = fraction < 0 ? -1 : std::floor(fraction * 100) / 100;
    if (step == shown_ || !bus_.isConnected())
        return;
    shown_ = step;
    QDBusMessage update = QDBusMessage::createSignal(
        QStringLiteral("/org/autochrome/autochrome"),
        QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    const QVariantMap values{{QStringLiteral("progress"), std::max(0.0, step)},
                             {QStringLiteral("progress-visible"), step >= 0}};
    update << QStringLiteral("application://%1.desktop").arg(QGuiApplication::desktopFileName())
           << values;
    bus_.send(update);
}

} // namespace autochrome
