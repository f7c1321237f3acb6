// What the window has to do with the queue.

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/recipe_keeper.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/queue_dialog.h"
#include "ui/settings/places.h"
#include "ui/settings/settings.h"
#include "ui/widgets/file_manager.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QSplitter>
#include <QUrl>
#include <algorithm>

namespace autochrome {

namespace {

const QString queueTopic = QStringLiteral("queue");
// A folder of more photos is better worked on by the queue than one by one.
constexpr int manyPhotos = 24;

} // namespace

void MainWindow::connectBatch()
{
    auto on = [this](Command command, auto what) {
        connect((*actions_)[command], &QAction::triggered, this, what);
    };
    BatchPanel* panel = batchPanel_;
    connect((*actions_)[Command::Batch], &QAction::toggled, this, &MainWindow::showBatchPanel);
    on(Command::BatchAdd, [this] { addToQueue({}); });
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
    on(Command::BatchPrefer, [panel] { panel->preferBatch(); });
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
    connect(panel, &BatchPanel::folderWanted, this, &showInFolder);
    connect(panel, &BatchPanel::stateChanged, this, &MainWindow::updateBatchActions);
    connect(panel->model(), &JobTableModel::countsChanged, this, &MainWindow::updateBatchActions);
    connect(panel, &BatchPanel::problem, this,
            [this](const QString& sentence, const QString& more) {
                stage_->messages()->post({.kind = Notice::Kind::Error,
                                          .sentence = sentence,
                                          .detail = more,
                                          .topic = queueTopic});
                showFailureBeforeQuitting(sentence);
            });
    connect(panel, &BatchPanel::reported, this, [this](const QString& folder) {
        stage_->messages()->post(
            {.kind = Notice::Kind::Done,
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
                    {.kind = Notice::Kind::Info,
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
    placeBatchPanel();
    if (on)
        batchService_->open();
    updateBatchActions();
}

// Below the photo; in its place while there is none.
void MainWindow::placeBatchPanel()
{
    const bool wanted = (*actions_)[Command::Batch]->isChecked() && !isFullScreen();
    const bool fills = wanted && !session_->shown();
    const bool isBelow = rows_->indexOf(batchPanel_) >= 0;
    if (fills && isBelow) {
        if (batchPanel_->isVisible())
            setSetting(setting::batchSplitter, rows_->saveState());
        stage_->setFiller(batchPanel_);
    } else if (!fills && !isBelow) {
        stage_->setFiller(nullptr);
        rows_->addWidget(batchPanel_);
        rows_->setStretchFactor(1, 0);
        rows_->restoreState(settingValue(setting::batchSplitter));
        rows_->setChildrenCollapsible(false);
    }
    batchPanel_->setVisible(wanted);
}

void MainWindow::startQueue()
{
    showBatchPanel(true);
    stage_->messages()->withdraw(queueTopic);
    // The queue reads what is kept of the photos.
    keeper_->saveThen([this] { batchService_->start(settingValue(setting::device)); });
}

void MainWindow::addToQueue(const QStringList& paths)
{
    showBatchPanel(true);
    const PhotoDocument* document = session_->shown();
    auto* dialog = new QueueDialog(
        paths, document ? std::optional<Recipe>(document->recipe()) : std::nullopt, this);
    connect(dialog, &QueueDialog::requested, this, [this](const QueueRequest& request) {
        keeper_->saveThen(
            [this, request] { batchService_->add(request, settingValue(setting::device)); });
    });
    dialog->open();
}

void MainWindow::chooseReport()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the report"), documentsFolder());
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

// What cannot be done now says why.
void MainWindow::updateBatchActions()
{
    using Activity = BatchService::Activity;
    const Activity activity = batchService_->activity();
    const JobTableModel* model = batchPanel_->model();
    const bool running = activity == Activity::Running || activity == Activity::Stopping;
    const auto usable = [this](bool can, Command command, const QString& whyNot) {
        actions_->setUsable(command, can ? QString() : whyNot);
    };
    usable(activity == Activity::Idle && model->count(JobState::Waiting) > 0, Command::BatchStart,
           running                           ? tr("The queue is being worked on already.")
           : activity == Activity::Elsewhere ? tr("Another program is working on the queue.")
                                             : tr("No photo waits in the queue."));
    const QString still = tr("The queue is not being worked on.");
    usable(activity == Activity::Running, Command::BatchStop,
           running ? tr("The queue is ending what is on its way.") : still);
    usable(running, Command::BatchStopNow, still);

    const QSet<JobState> selected =
        batchPanel_->isVisible() ? batchPanel_->selectedStates() : QSet<JobState>();
    const auto usableFor = [&](Command command, std::initializer_list<JobState> states,
                               const QString& whyNot) {
        const bool can = std::any_of(states.begin(), states.end(),
                                     [&](JobState state) { return selected.contains(state); });
        usable(can, command, selected.isEmpty() ? tr("Select photos of the queue first.") : whyNot);
    };
    usableFor(Command::BatchPause, {JobState::Waiting}, tr("None of the selected photos waits."));
    usableFor(Command::BatchResume, {JobState::Paused, JobState::Cancelled},
              tr("None of the selected photos is held back or cancelled."));
    usableFor(Command::BatchCancel, {JobState::Waiting, JobState::Paused, JobState::Running},
              tr("The selected photos have ended."));
    usableFor(Command::BatchRetry, {JobState::Failed, JobState::Cancelled, JobState::Skipped},
              tr("None of the selected photos has failed, was left out or cancelled."));
    for (const Command move :
         {Command::BatchFirst, Command::BatchUp, Command::BatchDown, Command::BatchLast})
        usable(!selected.isEmpty(), move, tr("Select photos of the queue first."));

    const QString chooseGroup =
        tr("Choose a group in the queue's list of groups, or one of its photos, first.");
    const bool hasGroup = batchPanel_->isVisible() && batchPanel_->currentBatch() != 0;
    usable(hasGroup && batchService_->batches().size() > 1, Command::BatchPrefer,
           batchService_->batches().size() > 1 ? chooseGroup
                                               : tr("There is no other group in the queue."));
    usable(model->count(JobState::Failed) > 0, Command::BatchRetryFailed,
           tr("No photo of the queue has failed."));
    usable(hasGroup, Command::BatchReport,
           model->total() == 0 ? tr("The queue is empty.") : chooseGroup);
    usable(batchPanel_->hasEndedBatch(), Command::BatchClear,
           model->total() == 0 ? tr("The queue is empty.")
                               : tr("Every group has photos that have not ended."));
}

// Whoever opens a large folder may have meant all of it.
void MainWindow::offerQueue(const QStringList& paths)
{
    const int count = int(session_->documents().size());
    if (count <= manyPhotos)
        return;
    stage_->messages()->post(
        {.kind = Notice::Kind::Info,
         .sentence = tr("%Ln photo(s) are open. Many are done best by the queue.", nullptr, count),
         .actionText = tr("Add to the queue…"),
         .action = [this, paths] { addToQueue(paths); },
         .topic = queueTopic});
}

} // namespace autochrome
