#include "ui/window/photo_exports.h"

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/photo_state.h"
#include "ui/queue/batch_service.h"
#include "ui/widgets/file_manager.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"
#include "ui/window/actions.h"
#include "ui/window/export_dialog.h"
#include "ui/window/message_strip.h"

#include <QFileInfo>

namespace autochrome {

namespace {

QString topicOf(const ExportRequest& request)
{
    return QStringLiteral("export:") + request.target;
}

} // namespace

PhotoExports::PhotoExports(Actions& actions, PhotoSession* session, const BatchService* queue,
                           MessageStrip* messages, QThreadPool* pool, QWidget* window)
    : QObject(window),
      actions_(actions),
      session_(session),
      queue_(queue),
      messages_(messages),
      pool_(pool),
      window_(window)
{
    connect(actions_[Command::Export], &QAction::triggered, this, [this] { showDialog(); });
    connect(session_, &PhotoSession::removed, this,
            [this](PhotoDocument* document) { delete dialogs_.take(document).data(); });
}

PhotoExports::~PhotoExports() = default;

ExportDialog* PhotoExports::dialog() const
{
    return dialogs_.value(session_->shown());
}

std::optional<Work> PhotoExports::work() const
{
    for (const QPointer<ExportJob>& job : jobs_)
        if (job)
            return job->work();
    return std::nullopt;
}

QStringList PhotoExports::unfinished() const
{
    QStringList names;
    for (const QPointer<ExportJob>& job : jobs_)
        if (job && !job->hasEnded())
            names << QFileInfo(job->request().target).fileName();
    return names;
}

void PhotoExports::refresh()
{
    actions_.setUsable(Command::Export, whyNotExported(session_->shown()));
}

void PhotoExports::showDialog()
{
    PhotoDocument* document = session_->shown();
    if (!whyNotExported(document).isEmpty())
        return;
    QPointer<ExportDialog>& dialog = dialogs_[document];
    if (dialog)
        delete dialog.data(); // made anew, with the colours of now
    dialog = new ExportDialog(
        *document->rendering(),
        [this](const QString& path) {
            return session_->isOpenSource(path) || queue_->isOriginal(pathNamed(path));
        },
        window_);
    connect(dialog, &ExportDialog::exportRequested, this, &PhotoExports::start);
    // The photo may be edited while it is open: what is saved is what is seen then.
    const auto follow = [document, dialog = dialog.data()] {
        if (!document->isRead() && dialog->rendering().recipe() == document->recipe())
            return; // its memory was needed; what the dialog holds is as it was
        if (document->isUpToDate())
            dialog->setRendering(*document->rendering());
        dialog->setWhyNot(whyNotExported(document));
    };
    for (const auto signal : {&PhotoDocument::renderingChanged, &PhotoDocument::recipeChanged,
                              &PhotoDocument::workChanged})
        connect(document, signal, dialog.data(), follow);
    dialog->show();
}

void PhotoExports::start(const ExportRequest& order)
{
    ExportRequest request = order;
    request.options.isOriginal = queue_->originals();
    auto* job = new ExportJob(request, pool_, this);
    jobs_.removeAll(nullptr);
    jobs_ << job;
    messages_->withdraw(topicOf(request));
    connect(job, &QObject::destroyed, this, &PhotoExports::workChanged, Qt::QueuedConnection);
    connect(job, &ExportJob::succeeded, this,
            [this, request](const WrittenPhoto& written) { tellSuccess(request, written); });
    connect(job, &ExportJob::failed, this,
            [this, request](const Error& error) { tellFailure(request, error); });
    job->start();
    Q_EMIT workChanged();
}

void PhotoExports::tellSuccess(const ExportRequest& request, const WrittenPhoto& written)
{
    const QString source = nameOfPath(request.rendering.source());
    PhotoDocument* document = session_->find(source);
    if (document)
        document->setExported(request.rendering);
    Q_EMIT saved();
    const QFileInfo file(nameOfPath(written.path));
    QString sentence = tr("Saved as “%1”.").arg(shownName(file.fileName()));
    for (const Message& warning : written.warnings)
        sentence += QLatin1Char(' ') + words(warning);
    messages_->post({.kind = written.warnings.empty() ? Notice::Kind::Done : Notice::Kind::Warning,
                     .sentence = sentence,
                     .detail = file.absoluteFilePath(),
                     .actionText = tr("Show in folder"),
                     .action = [path = file.absoluteFilePath()] { showInFolder(path); },
                     .topic = topicOf(request),
                     .photo = document ? source : QString()}); // one that was closed is told of too
}

void PhotoExports::tellFailure(const ExportRequest& request, const Error& error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    const QString sentence = cancelled ? tr("Saving “%1” was stopped; there is no new file.")
                                             .arg(QFileInfo(request.target).fileName())
                                       : words(error.message);
    messages_->post({.kind = cancelled ? Notice::Kind::Info : Notice::Kind::Error,
                     .sentence = sentence,
                     .detail = QString::fromStdString(error.detail),
                     .actionText = cancelled ? tr("Save it") : tr("Try again"),
                     .action = [this, request] { start(request); },
                     .topic = topicOf(request)});
    if (!cancelled)
        Q_EMIT failed(sentence);
}

} // namespace autochrome
