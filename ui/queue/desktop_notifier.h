#pragma once

#include <QDBusConnection>
#include <QObject>

namespace autochrome {

/// Tells the desktop how far the queue is (the bar on the program's icon) and that it has ended (a
/// notification), over D-Bus. Without a session bus, or a desktop that listens, nothing happens.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject* parent = nullptr);
    /// On another bus, for tests.
    DesktopNotifier(const QDBusConnection& bus, QObject* parent);

    /// org.freedesktop.Notifications (Desktop Notifications Specification 1.2).
    void notify(const QString& title, const QString& body);
    /// com.canonical.Unity.LauncherEntry, which KDE, Unity and Dash to Dock understand.
    /// @param fraction  [0, 1]; negative: no bar
    void showProgress(double fraction);

private:
    QDBusConnection bus_;
    double shown_ = -1;
};

} // namespace autochrome
