// What the window has to do with the queue.

#include "ui/batch/batch_panel.h"
#include "ui/batch/batch_service.h"
#include "ui/batch/job_table_model.h"
#include "ui/batch/queue_dialog.h"
#include "ui/settings/settings.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_document.h"
#include "ui/window/photo_session.h"
#include "ui/window/photo_stage.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

namespace autochrome {

namespace {

const QString queueTopic = QStringLiteral("queue");
// A folder of more photos is better worked on as a batch than one by one.
constexpr int manyPhotos = 24;

} // namespace

void MainWindow::connectBatch()
{
    auto on = [this](Command command, auto what) {
        connect((*actions_)[command], &QAction::triggered, this, what);
    };
    BatchPanel* panel = batchPanel_;
    connect((*actions_)[Command::Batch], &QAction::toggled, this, &MainWindow::showBatchPanel);
    on(Command::BatchAdd, [this] { chooseForQueue(); });
    on(Command::BatchStart, [this] { startQueue(); });
    on(Command::BatchStop, [this] { batchService_->stopAfterCurrent(); });
    on(Command::BatchStopNow, [this] { batchService_->stopNow(); });
    on(Command::BatchPause, [panel] { panel->pauseSelected(); });
    on(Command::BatchResume, [panel] { panel->resumeSelected(); });
    on(Command::BatchCancel, [panel] { panel->cancelSelected(); });
    on(Command::BatchRetry, [panel] { panel->retrySelected(); });
    on(Command::BatchFirst, [panel] { panel->moveSelected(BatchPanel::Move::First); });
    on(Command::BatchUp, [panel] { panel->moveSelected(BatchPanel::Move::Up); });
    on(Command::BatchDown, [panel] { panel->moveSelected(BatchPanel::Move::Down); });
    on(Command::BatchLast, [panel] { panel->moveSelected(BatchPanel::Move::Last); });
    on(Command::BatchPrefer, [this] {
        if (hasCurrentBatch())
            batchPanel_->preferBatch();
    });
    on(Command::BatchRetryFailed, [panel] { panel->retryFailed(); });
    on(Command::BatchReport, [this] { chooseReport(); });
    on(Command::BatchClear, [panel] { panel->clearEnded(); });
    auto actions = [this](std::initializer_list<Command> commands) {
        QList<QAction*> list;
        for (const Command command : commands)
            list << (*actions_)[command];
        return list;
    };
    panel->useActions(
        actions({Command::BatchAdd, Command::BatchStart, Command::BatchStop, Command::BatchReport}),
        actions({Command::BatchPause, Command::BatchResume, Command::BatchCancel,
                 Command::BatchRetry, Command::BatchFirst, Command::BatchUp, Command::BatchDown,
                 Command::BatchLast}));

    connect(panel, &BatchPanel::dropped, this, &MainWindow::addToQueue);
    connect(panel, &BatchPanel::opened, this, &MainWindow::openFromQueue);
    connect(panel, &BatchPanel::stateChanged, this, &MainWindow::updateBatchActions);
    connect(panel->model(), &JobTableModel::countsChanged, this, &MainWindow::updateBatchActions);
    connect(panel, &BatchPanel::problem, this,
            [this](const QString& sentence, const QString& more) {
                stage_->messages()->post({.kind = Message::Kind::Error,
                                          .sentence = sentence,
                                          .detail = more,
                                          .topic = queueTopic});
            });
    connect(panel, &BatchPanel::reported, this, [this](const QString& folder) {
        stage_->messages()->post(
            {.kind = Message::Kind::Done,
             .sentence = tr("The report is in “%1”.").arg(QDir::toNativeSeparators(folder)),
             .actionText = tr("Open it"),
             .action =
                 [folder] {
                     QDesktopServices::openUrl(
                         QUrl::fromLocalFile(folder + QStringLiteral("/report.html")));
                 },
             .topic = queueTopic});
    });
    // What waits from the last time is said, not begun: that is the person's to decide.
    connect(
        batchService_, &BatchService::loaded, this,
        [this] {
            const qint64 waiting = batchPanel_->model()->count(JobState::Waiting) +
                                   batchPanel_->model()->count(JobState::Running);
            if (waiting > 0 && !batchPanel_->isVisible())
                stage_->messages()->post(
                    {.kind = Message::Kind::Info,
                     .sentence =
                         tr("Photos that wait in the queue: %1").arg(QLocale().toString(waiting)),
                     .actionText = tr("Show the queue"),
                     .action = [this] { showBatchPanel(true); },
                     .topic = queueTopic});
        },
        Qt::SingleShotConnection);
    if (BatchService::exists())
        batchService_->open();
    updateBatchActions();
}

void MainWindow::showBatchPanel(bool on)
{
    (*actions_)[Command::Batch]->setChecked(on);
    batchPanel_->setVisible(on && !isFullScreen());
    if (on)
        batchService_->open();
    updateBatchActions();
}

void MainWindow::startQueue()
{
    showBatchPanel(true);
    stage_->messages()->withdraw(queueTopic);
    batchService_->start(settingValue(setting::device));
}

void MainWindow::chooseForQueue()
{
    QString folder = settingValue(setting::openFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    folder = QFileDialog::getExistingDirectory(this, tr("Folder of photos"), folder);
    if (folder.isEmpty())
        return;
    setSetting(setting::openFolder, folder);
    addToQueue({folder});
}

void MainWindow::addToQueue(const QStringList& paths)
{
    showBatchPanel(true);
    const PhotoDocument* document = session_->shown();
    auto* dialog = new QueueDialog(
        paths, document ? std::optional<Recipe>(document->recipe()) : std::nullopt, this);
    connect(dialog, &QueueDialog::requested, this, [this](const QueueRequest& request) {
        batchService_->add(request, settingValue(setting::device));
    });
    dialog->open();
}

bool MainWindow::hasCurrentBatch()
{
    if (batchPanel_->currentBatch() != 0)
        return true;
    stage_->messages()->post({.kind = Message::Kind::Info,
                              .sentence = tr("Choose a batch first."),
                              .topic = queueTopic});
    return false;
}

void MainWindow::chooseReport()
{
    if (!hasCurrentBatch())
        return;
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the report"), QString());
    if (!folder.isEmpty())
        batchPanel_->writeReport(folder);
}

void MainWindow::openFromQueue(const QString& source, const QString& result)
{
    if (!result.isEmpty() && QFileInfo::exists(result) && QFileInfo::exists(source))
        session_->openResult(source, result);
    else
        openFiles({source});
}

void MainWindow::updateBatchActions()
{
    using Activity = BatchService::Activity;
    const Activity activity = batchService_->activity();
    const JobTableModel* model = batchPanel_->model();
    const bool selected = batchPanel_->isVisible() && batchPanel_->hasSelection();
    const bool running = activity == Activity::Running || activity == Activity::Stopping;
    auto enable = [this](bool on, std::initializer_list<Command> commands) {
        for (const Command command : commands)
            (*actions_)[command]->setEnabled(on);
    };
    enable(activity == Activity::Idle && model->count(JobState::Waiting) > 0,
           {Command::BatchStart});
    enable(activity == Activity::Running, {Command::BatchStop});
    enable(running, {Command::BatchStopNow});
    enable(selected,
           {Command::BatchPause, Command::BatchResume, Command::BatchCancel, Command::BatchRetry,
            Command::BatchFirst, Command::BatchUp, Command::BatchDown, Command::BatchLast});
    enable(model->count(JobState::Failed) > 0, {Command::BatchRetryFailed});
    enable(batchPanel_->isVisible() && batchService_->batches().size() > 1, {Command::BatchPrefer});
    enable(model->total() > 0, {Command::BatchReport, Command::BatchClear});
}

bool MainWindow::mayStopQueue()
{
    const auto activity = batchService_->activity();
    if (activity != BatchService::Activity::Running)
        return true;
    QMessageBox box(QMessageBox::Question, tr("The queue is not done"),
                    tr("The queue is being worked on. Stop it and quit?"), QMessageBox::NoButton,
                    this);
    box.setInformativeText(tr("Photos that are not done wait for the next time."));
    QPushButton* quit = box.addButton(tr("Stop and quit"), QMessageBox::AcceptRole);
    box.addButton(tr("Stay"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == quit;
}

// Whoever opens a large folder may have meant all of it.
void MainWindow::offerQueue(const QStringList& paths)
{
    const bool folder = std::any_of(paths.begin(), paths.end(),
                                    [](const QString& path) { return QFileInfo(path).isDir(); });
    const int count = int(session_->documents().size());
    if (!folder || count <= manyPhotos)
        return;
    stage_->messages()->post(
        {.kind = Message::Kind::Info,
         .sentence = tr("%1 photos are open. Many are done best by the queue.").arg(count),
         .actionText = tr("Add to the queue…"),
         .action = [this, paths] { addToQueue(paths); },
         .topic = queueTopic});
}

} // namespace autochrome
