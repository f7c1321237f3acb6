#pragma once

#include <QDBusConnection>
#include <QDBusServer>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace autochrome {

/// Stands where the desktop would, on a bus of its own: keeps what it is told.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    FakeDesktop();
    ~FakeDesktop() override;

    /// Whether there is such a bus here, which is then connected. Waits for it.
    bool isThere();
    /// For the one who tells it.
    const QDBusConnection& bus() const { return bus_; }

    QStringList said; ///< of each notification the program, the title and the text
    QVariantMap hints;
    QVariantMap bar;
    int updates = 0; ///< of the bar

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString& app, uint, const QString&, const QString& title,
                             const QString& body, const QStringList&, const QVariantMap& more, int);
    void onUpdate(const QString& application, const QVariantMap& values);

private:
    QDBusServer server_;
    QList<QDBusConnection> peers_;
    QDBusConnection bus_;
};

} // namespace autochrome
