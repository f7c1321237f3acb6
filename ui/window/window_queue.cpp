#include "ui/window/window_queue.h"

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
#include "ui/window/actions.h"
#include "ui/window/message_strip.h"
#include "ui/window/queue_actions.h"
#include "ui/window/queue_place.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace autochrome {

namespace {

const QString queueTopic = QStringLiteral("queue");
// A folder of more photos is better worked on by the queue than one by one.
constexpr int manyPhotos = 24;

} // namespace

WindowQueue::WindowQueue(Actions& actions, const Parts& parts)
    : QObject(parts.window),
      actions_(actions),
      parts_(parts),
      queueActions_(new QueueActions(actions, parts.service, parts.panel, this))
{
    auto on = [this](Command command, auto what) {
        connect(actions_[command], &QAction::triggered, this, what);
    };
    connect(actions_[Command::Batch], &QAction::toggled, this, &WindowQueue::show);
    on(Command::BatchAdd, [this] { add({}); });
    on(Command::BatchStart, [this] { start(); });
    on(Command::BatchReport, [this] { chooseReport(); });
    connect(parts_.panel, &BatchPanel::dropped, this, &WindowQueue::add);
    connect(parts_.panel, &BatchPanel::opened, this, &WindowQueue::openPhoto);
    connect(parts_.panel, &BatchPanel::folderWanted, this, &showInFolder);
    connectMessages();
    if (BatchService::exists())
        parts_.service->open();
    queueActions_->refresh();
}

void WindowQueue::connectMessages()
{
    connect(parts_.panel, &BatchPanel::problem, this,
            [this](const QString& sentence, const QString& more) {
                parts_.messages->post({.kind = Notice::Kind::Error,
                                       .sentence = sentence,
                                       .detail = more,
                                       .topic = queueTopic});
                Q_EMIT failed(sentence);
            });
    connect(parts_.panel, &BatchPanel::reported, this, [this](const QString& folder) {
        parts_.messages->post(
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
    connect(parts_.service, &BatchService::loaded, this, &WindowQueue::tellWaiting,
            Qt::SingleShotConnection);
}

// What waits from the last time is said, not begun: that is the person's to decide.
void WindowQueue::tellWaiting()
{
    const JobTableModel* model = parts_.panel->model();
    const qint64 waiting = model->count(JobState::Waiting) + model->count(JobState::Running);
    if (waiting > 0 && !parts_.panel->isVisible())
        parts_.messages->post(
            {.kind = Notice::Kind::Info,
             .sentence = tr("Photos that wait in the queue: %1").arg(QLocale().toString(waiting)),
             .actionText = tr("Show the queue"),
             .action = [this] { show(true); },
             .topic = queueTopic});
}

void WindowQueue::show(bool on)
{
    actions_[Command::Batch]->setChecked(on);
    parts_.place->place();
    if (on)
        parts_.service->open();
    queueActions_->refresh();
}

void WindowQueue::start()
{
    show(true);
    parts_.messages->withdraw(queueTopic);
    // The queue reads what is kept of the photos.
    parts_.keeper->saveThen(
        [service = parts_.service] { service->start(settingValue(setting::device)); });
}

void WindowQueue::add(const QStringList& paths)
{
    show(true);
    const PhotoDocument* document = parts_.session->shown();
    auto* dialog = new QueueDialog(
        paths, document ? std::optional<Recipe>(document->recipe()) : std::nullopt, parts_.window);
    connect(dialog, &QueueDialog::requested, this, [this](const QueueRequest& request) {
        parts_.keeper->saveThen([service = parts_.service, request] {
            service->add(request, settingValue(setting::device));
        });
    });
    dialog->open();
}

void WindowQueue::chooseReport()
{
    const QString folder = QFileDialog::getExistingDirectory(
        parts_.window, tr("Folder for the report"), documentsFolder());
    if (!folder.isEmpty())
        parts_.panel->writeReport(folder);
}

void WindowQueue::openPhoto(const QString& source, const QString& result)
{
    if (!result.isEmpty() && QFileInfo::exists(result) && QFileInfo::exists(source))
        parts_.session->openResult(source, result);
    else
        Q_EMIT openWanted({source});
}

// Whoever opens a large folder may have meant all of it.
void WindowQueue::offer(const QStringList& paths)
{
    const int count = int(parts_.session->documents().size());
    if (count <= manyPhotos)
        return;
    parts_.messages->post(
        {.kind = Notice::Kind::Info,
         .sentence =
             tr("%Ln photo(s) are open. The queue is better for large numbers.", nullptr, count),
         .actionText = tr("Add to the queue…"),
         .action = [this, paths] { add(paths); },
         .topic = queueTopic});
}

} // namespace autochrome
