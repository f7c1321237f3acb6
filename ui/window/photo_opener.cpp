#include "ui/window/photo_opener.h"

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/places.h"
#include "ui/settings/recent_files.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/file_manager.h"
#include "ui/widgets/photo_filter.h"
#include "ui/widgets/words.h"
#include "ui/window/actions.h"
#include "ui/window/empty_state.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/recent_menu.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>

namespace autochrome {

PhotoOpener::PhotoOpener(const Actions& actions, PhotoSession* session, const PhotoStage* stage,
                         QWidget* window)
    : QObject(window),
      actions_(actions),
      session_(session),
      empty_(stage->emptyState()),
      messages_(stage->messages()),
      window_(window),
      recent_(new RecentFiles(this)),
      recentMenu_(new RecentMenu(recent_, actions[Command::ClearRecent], window))
{
    const bool hasSample = !samplePhoto().isEmpty();
    empty_->setSampleAvailable(hasSample);
    actions_[Command::OpenSample]->setEnabled(hasSample);
    connectActions();
    connect(recentMenu_, &RecentMenu::chosen, this, [this](const QString& path) { open({path}); });
    connect(empty_, &EmptyState::openRequested, this, &PhotoOpener::openWithDialog);
    connect(empty_, &EmptyState::sampleRequested, this, &PhotoOpener::openSample);
    connect(session_, &PhotoSession::added, this, &PhotoOpener::follow);
    connect(session_, &PhotoSession::removed, this,
            [this](PhotoDocument* document) { document->disconnect(this); });
    connect(session_, &PhotoSession::opened, this, &PhotoOpener::onOpened);
    connect(session_, &PhotoSession::openFailed, this, &PhotoOpener::onFailed);
    window_->setAcceptDrops(true);
    window_->installEventFilter(this);
}

QMenu* PhotoOpener::recentMenu() const
{
    return recentMenu_;
}

void PhotoOpener::connectActions()
{
    auto on = [this](Command command, auto what) {
        connect(actions_[command], &QAction::triggered, this, what);
    };
    on(Command::Open, [this] { openWithDialog(); });
    on(Command::OpenSample, [this] { openSample(); });
    on(Command::ClearRecent, [this] { recent_->clear(); });
    on(Command::ShowInFolder, [this] { showInFolder(session_->shown()->path()); });
    on(Command::ClosePhoto, [this] { session_->close(session_->shown()); });
    on(Command::NextPhoto, [this] { session_->selectNext(1); });
    on(Command::PreviousPhoto, [this] { session_->selectNext(-1); });
}

void PhotoOpener::follow(PhotoDocument* document)
{
    connect(document, &PhotoDocument::photoChanged, this, [this, document] {
        if (document->isRead())
            recent_->add(document->path());
    });
}

void PhotoOpener::open(const QStringList& paths)
{
    for (const QString& path : paths)
        messages_->withdraw(QFileInfo(path).absoluteFilePath());
    session_->open(paths);
}

void PhotoOpener::onOpened(const QStringList& ordered, int found, bool hadFolder)
{
    if (found > 0 && hadFolder)
        Q_EMIT folderOpened(ordered);
    else if (found == 0 && ordered.size() == 1)
        messages_->post({.kind = Notice::Kind::Info,
                         .sentence = tr("There are no photos in the folder “%1”.")
                                         .arg(QFileInfo(ordered.front()).fileName()),
                         .topic = QFileInfo(ordered.front()).absoluteFilePath()});
}

void PhotoOpener::openWithDialog()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        window_, tr("Open photos"), folderOrPictures(settingValue(setting::openFolder)),
        photoFilter());
    if (paths.isEmpty())
        return;
    setSetting(setting::openFolder, QFileInfo(paths.front()).absolutePath());
    open(paths);
}

void PhotoOpener::openSample()
{
    if (const QString sample = samplePhoto(); !sample.isEmpty())
        open({sample});
}

void PhotoOpener::onFailed(const QString& path, const Error& error)
{
    recent_->remove(path);
    messages_->post({.kind = Notice::Kind::Error,
                     .sentence = words(error.message),
                     .detail = QString::fromStdString(error.detail),
                     .actionText = tr("Try again"),
                     .action = [this, path] { open({path}); },
                     .topic = path});
}

void PhotoOpener::refresh()
{
    for (const Command command : {Command::ShowInFolder, Command::ClosePhoto})
        actions_[command]->setEnabled(session_->shown() != nullptr);
    for (const Command command : {Command::NextPhoto, Command::PreviousPhoto})
        actions_[command]->setEnabled(session_->documents().size() > 1);
}

bool PhotoOpener::eventFilter(QObject* object, QEvent* event)
{
    if (object != window_)
        return QObject::eventFilter(object, event);
    if (event->type() == QEvent::DragEnter) {
        auto* drag = static_cast<QDragEnterEvent*>(event);
        if (droppedFiles(drag->mimeData()).isEmpty())
            return false;
        drag->acceptProposedAction();
        empty_->setDropHighlighted(true);
        return true;
    }
    if (event->type() == QEvent::DragLeave)
        empty_->setDropHighlighted(false);
    if (event->type() == QEvent::Drop) {
        empty_->setDropHighlighted(false);
        auto* drop = static_cast<QDropEvent*>(event);
        const QStringList paths = droppedFiles(drop->mimeData());
        if (paths.isEmpty())
            return false;
        drop->acceptProposedAction();
        open(paths);
        return true;
    }
    return QObject::eventFilter(object, event);
}

} // namespace autochrome
