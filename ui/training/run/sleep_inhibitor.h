#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusMessage;

namespace autochrome {

/// Keeps the computer from going to sleep by itself, over D-Bus: by logind, else by the desktop
/// (org.freedesktop.PowerManagement, GNOME's session manager). Whoever holds it back loses that
/// with their process, so that nothing stays awake for a window that is gone.
class SleepInhibitor : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off,    ///< nobody asked
        Asking, ///< the answer is still to come
        Held,   ///< the computer stays awake
        Refused ///< nobody could keep it awake
    };

    explicit SleepInhibitor(QObject* parent = nullptr);
    /// On other buses, for tests.
    SleepInhibitor(const QDBusConnection& system, const QDBusConnection& session, QObject* parent);
    ~SleepInhibitor() override;

    /// @param reason  for the person, shown by the desktop
    void hold(const QString& reason);
    void release();
    State state() const { return state_; }

Q_SIGNALS:
    void stateChanged();

private:
    enum class Way { Logind, PowerManagement, Gnome, None };
    void ask(Way way);
    void take(Way way, const QDBusMessage& answer);
    void letGo(Way way, quint32 cookie);
    void setState(State state);
    const QDBusConnection& busOf(Way way) const;

    QDBusConnection system_;
    QDBusConnection session_;
    QString reason_;
    State state_ = State::Off;
    Way way_ = Way::None;          ///< that holds it
    QDBusUnixFileDescriptor lock_; ///< logind's: held while it is open
    quint32 cookie_ = 0;           ///< the desktop's
    int asked_ = 0;                ///< answers to earlier questions are let go at once
};

} // namespace autochrome
