#include "ui/training/run/sleep_inhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QGuiApplication>

namespace autochrome {
namespace {

const QString program = QStringLiteral("Autochrome");

QDBusMessage powerManagement(const QString& method)
{
    return QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.PowerManagement"),
        QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"),
        QStringLiteral("org.freedesktop.PowerManagement.Inhibit"), method);
}

QDBusMessage gnomeSession(const QString& method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.gnome.SessionManager"),
                                          QStringLiteral("/org/gnome/SessionManager"),
                                          QStringLiteral("org.gnome.SessionManager"), method);
}

QDBusMessage logind(const QString& reason)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep:idle") << program << reason << QStringLiteral("block");
    return call;
}

} // namespace

SleepInhibitor::SleepInhibitor(QObject* parent)
    : SleepInhibitor(QDBusConnection::systemBus(), QDBusConnection::sessionBus(), parent)
{
}

SleepInhibitor::SleepInhibitor(const QDBusConnection& system, const QDBusConnection& session,
                               QObject* parent)
    : QObject(parent), system_(system), session_(session)
{
}

SleepInhibitor::~SleepInhibitor()
{
    blockSignals(true);
    release();
}

void SleepInhibitor::hold(const QString& reason)
{
    if (state_ == State::Held || state_ == State::Asking)
        return;
    reason_ = reason;
    ++asked_;
    setState(State::Asking);
    ask(Way::Logind);
}

void SleepInhibitor::release()
{
    ++asked_;
    letGo(way_, cookie_);
    lock_ = {};
    way_ = Way::None;
    setState(State::Off);
}

const QDBusConnection& SleepInhibitor::busOf(Way way) const
{
    return way == Way::Logind ? system_ : session_;
}

void SleepInhibitor::ask(Way way)
{
    while (way != Way::None && !busOf(way).isConnected())
        way = Way(int(way) + 1);
    if (way == Way::None) {
        setState(State::Refused);
        return;
    }
    QDBusMessage call;
    if (way == Way::Logind) {
        call = logind(reason_);
    } else if (way == Way::PowerManagement) {
        call = powerManagement(QStringLiteral("Inhibit"));
        call << program << reason_;
    } else {
        constexpr quint32 noWindow = 0;
        constexpr quint32 suspending = 4;
        call = gnomeSession(QStringLiteral("Inhibit"));
        call << QGuiApplication::desktopFileName() << noWindow << reason_ << suspending;
    }
    auto* answer = new QDBusPendingCallWatcher(busOf(way).asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [=, this, asked = asked_] {
        answer->deleteLater();
        const QDBusMessage reply = answer->reply();
        if (asked == asked_) {
            take(way, reply);
        } else if (reply.type() == QDBusMessage::ReplyMessage && way != Way::Logind) {
            letGo(way, reply.arguments().value(0).toUInt()); // too late: nobody wants it any more
        }
    });
}

void SleepInhibitor::take(Way way, const QDBusMessage& answer)
{
    const QVariant what = answer.arguments().value(0);
    if (answer.type() == QDBusMessage::ReplyMessage && way == Way::Logind)
        lock_ = what.value<QDBusUnixFileDescriptor>();
    else if (answer.type() == QDBusMessage::ReplyMessage)
        cookie_ = what.toUInt();
    const bool isGiven = answer.type() == QDBusMessage::ReplyMessage &&
                         (way == Way::Logind ? lock_.isValid() : what.canConvert<quint32>());
    if (!isGiven) {
        ask(Way(int(way) + 1));
        return;
    }
    way_ = way;
    setState(State::Held);
}

void SleepInhibitor::letGo(Way way, quint32 cookie)
{
    if (way != Way::PowerManagement && way != Way::Gnome)
        return;
    QDBusMessage call = way == Way::PowerManagement ? powerManagement(QStringLiteral("UnInhibit"))
                                                    : gnomeSession(QStringLiteral("Uninhibit"));
    call << cookie;
    busOf(way).asyncCall(call);
}

void SleepInhibitor::setState(State state)
{
    if (state == state_)
        return;
    state_ = state;
    Q_EMIT stateChanged();
}

} // namespace autochrome
