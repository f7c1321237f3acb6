// What the window has to do with its end.

#include "ui/document/export_job.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/settings/settings.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/quit_guard.h"
#include "ui/window/training_dock.h"

#include <QFileInfo>

namespace autochrome {

namespace {

const QString quitTopic = QStringLiteral("quit");

} // namespace

void MainWindow::connectQuitting()
{
    connect(quitGuard_, &QuitGuard::finishing, this, [this](bool hastily) {
        // What waits in the queue does so for the next time.
        if (hastily)
            batchService_->stopNow();
        else
            batchService_->stopAfterCurrent();
        if (hastily)
            training_->cancelComparison();
    });
    connect(quitGuard_, &QuitGuard::waitingChanged, this, [this](bool waiting) {
        stage_->messages()->withdraw(quitTopic);
        if (waiting && !quitGuard_->isUnasked())
            stage_->messages()->post({.kind = Notice::Kind::Info,
                                      .sentence = tr("The window closes when this is done."),
                                      .actionText = tr("Keep it open"),
                                      .action = [this] { quitGuard_->stay(); },
                                      .topic = quitTopic});
    });
    tellOfLosses();
}

UnfinishedWork MainWindow::unfinishedWork() const
{
    UnfinishedWork work;
    for (const QPointer<ExportJob>& job : exports_)
        if (job && !job->hasEnded())
            work.exports << QFileInfo(job->request().target).fileName();
    const BatchService::Activity activity = batchService_->activity();
    work.queue =
        activity == BatchService::Activity::Running || activity == BatchService::Activity::Stopping;
    work.report = batchPanel_->isWritingReport();
    training_->addUnfinished(work);
    return work;
}

void MainWindow::endSession()
{
    // What cannot be waited for is told next time.
    if (quitGuard_->isUnasked())
        setSetting(setting::losses, settingValue(setting::losses) + unfinishedWork().losses());
    else if (training_->isComparing())
        setSetting(setting::losses,
                   settingValue(setting::losses) + UnfinishedWork{.comparison = true}.losses());
    quitGuard_->endSession();
}

void MainWindow::showFailureBeforeQuitting(const QString& sentence)
{
    if (quitGuard_->isUnasked())
        setSetting(setting::losses, settingValue(setting::losses) + QStringList(sentence));
    else if (quitGuard_->isWaiting())
        quitGuard_->stay();
}

void MainWindow::tellOfLosses()
{
    for (const QString& sentence : settingValue(setting::losses))
        stage_->messages()->post(
            {.kind = Notice::Kind::Warning, .sentence = sentence, .topic = sentence});
    if (!settingValue(setting::losses).isEmpty())
        setSetting(setting::losses, QStringList());
}

} // namespace autochrome
