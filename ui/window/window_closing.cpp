#include "ui/window/window_closing.h"

#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/settings/settings.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_exports.h"
#include "ui/window/quit_guard.h"
#include "ui/window/training_dock.h"

namespace autochrome {

namespace {

const QString quitTopic = QStringLiteral("quit");

} // namespace

WindowClosing::WindowClosing(const Parts& parts, MessageStrip* messages, QWidget* window)
    : QObject(window),
      parts_(parts),
      messages_(messages),
      guard_(new QuitGuard(window, [this] { return unfinishedWork(); }))
{
    connect(guard_, &QuitGuard::finishing, this, &WindowClosing::finish);
    connect(guard_, &QuitGuard::waitingChanged, this, &WindowClosing::showWaiting);
    tellOfLosses();
}

void WindowClosing::finish(bool hastily)
{
    // What waits in the queue does so for the next time.
    if (hastily) {
        parts_.service->stopNow();
        parts_.training->cancelComparison();
    } else {
        parts_.service->stopAfterCurrent();
    }
}

void WindowClosing::showWaiting(bool waiting)
{
    messages_->withdraw(quitTopic);
    if (waiting && !guard_->isUnasked())
        messages_->post({.kind = Notice::Kind::Info,
                         .sentence = tr("The window closes when this is done."),
                         .actionText = tr("Keep it open"),
                         .action = [this] { guard_->stay(); },
                         .topic = quitTopic});
}

UnfinishedWork WindowClosing::unfinishedWork() const
{
    UnfinishedWork work;
    work.exports = parts_.exports->unfinished();
    const BatchService::Activity activity = parts_.service->activity();
    work.queue =
        activity == BatchService::Activity::Running || activity == BatchService::Activity::Stopping;
    work.report = parts_.panel->isWritingReport();
    parts_.training->addUnfinished(work);
    return work;
}

void WindowClosing::endSession()
{
    // What cannot be waited for is told next time.
    if (guard_->isUnasked())
        keepLosses(unfinishedWork().losses());
    else if (parts_.training->isComparing())
        keepLosses(UnfinishedWork{.comparison = true}.losses());
    guard_->endSession();
}

void WindowClosing::showFailure(const QString& sentence)
{
    if (guard_->isUnasked())
        keepLosses({sentence});
    else if (guard_->isWaiting())
        guard_->stay();
}

void WindowClosing::keepLosses(const QStringList& sentences)
{
    if (!sentences.isEmpty())
        setSetting(setting::losses, settingValue(setting::losses) + sentences);
}

void WindowClosing::tellOfLosses()
{
    for (const QString& sentence : settingValue(setting::losses))
        messages_->post({.kind = Notice::Kind::Warning, .sentence = sentence, .topic = sentence});
    if (!settingValue(setting::losses).isEmpty())
        setSetting(setting::losses, QStringList());
}

} // namespace autochrome
