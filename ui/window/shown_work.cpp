#include "ui/window/shown_work.h"

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/window/actions.h"
#include "ui/window/photo_exports.h"
#include "ui/window/progress_strip.h"

namespace autochrome {

ShownWork::ShownWork(const Actions& actions, const PhotoSession* session,
                     const PhotoExports* exports, ProgressStrip* progress, QObject* parent)
    : QObject(parent), actions_(actions), session_(session), exports_(exports), progress_(progress)
{
    connect(session_, &PhotoSession::added, this, &ShownWork::follow);
    connect(session_, &PhotoSession::removed, this,
            [this](PhotoDocument* document) { document->disconnect(this); });
    connect(session_, &PhotoSession::wantedChanged, this, &ShownWork::show);
    connect(session_, &PhotoSession::lookingChanged, this, &ShownWork::show);
    connect(exports_, &PhotoExports::workChanged, this, &ShownWork::show);
    connect(actions_[Command::Cancel], &QAction::triggered, this, &ShownWork::cancel);
    connect(progress_, &ProgressStrip::cancelRequested, this, &ShownWork::cancel);
}

void ShownWork::follow(PhotoDocument* document)
{
    connect(document, &PhotoDocument::workChanged, this, &ShownWork::show);
}

void ShownWork::show()
{
    std::optional<Work> work;
    if (const PhotoDocument* document = session_->wanted())
        work = document->work();
    if (!work)
        work = exports_->work();
    if (!work)
        work = session_->looking();
    progress_->setWork(work);
    actions_[Command::Cancel]->setEnabled(work.has_value());
}

void ShownWork::cancel()
{
    std::optional<Work> work = progress_->work();
    if (!work)
        return;
    if (PhotoDocument* document = session_->wanted(); document && document->work() == work)
        document->cancel();
    else
        work->cancel();
}

} // namespace autochrome
