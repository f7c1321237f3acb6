#include "ui/window/photo_notices.h"

#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/widgets/words.h"
#include "ui/window/message_strip.h"

#include <QPointer>
#include <utility>

namespace autochrome {

namespace {

const QString modelTopic = QStringLiteral("model");

QString colourTopicOf(const PhotoDocument* document)
{
    return document->path() + QLatin1String("#colour");
}

QString resultTopicOf(const PhotoDocument* document)
{
    return document->path() + QLatin1String("#result");
}

QString detailOf(const Error& error)
{
    return QString::fromStdString(error.detail);
}

} // namespace

PhotoNotices::PhotoNotices(PhotoSession* session, ColorizerService* service, MessageStrip* messages,
                           QObject* parent)
    : QObject(parent), session_(session), service_(service), messages_(messages)
{
    connect(session_, &PhotoSession::added, this, &PhotoNotices::follow);
    connect(session_, &PhotoSession::removed, this, &PhotoNotices::leave);
    connect(session_, &PhotoSession::shownChanged, this, [this] {
        const PhotoDocument* document = session_->shown();
        messages_->setPhoto(document ? document->path() : QString());
        showRendering();
    });
}

void PhotoNotices::follow(PhotoDocument* document)
{
    connect(document, &PhotoDocument::renderingChanged, this, [this, document] {
        if (document == session_->shown())
            showRendering();
    });
    connect(document, &PhotoDocument::photoChanged, this,
            [this, document] { tellWarnings(document); });
    connect(document, &PhotoDocument::colourFailed, this,
            [this, document](const Error& error) { tellColourError(document, error); });
    connect(document, &PhotoDocument::resultFailed, this,
            [this, document](const Error& error) { tellResultError(document, error); });
}

void PhotoNotices::leave(PhotoDocument* document)
{
    told_.remove(document);
    messages_->withdrawPhoto(document->path());
    document->disconnect(this);
}

void PhotoNotices::showRendering()
{
    const PhotoDocument* document = session_->shown();
    if (document && document->result())
        messages_->withdraw(resultTopicOf(document));
    if (document && document->rendering()) {
        messages_->withdraw(colourTopicOf(document));
        tellNotices(document);
    }
}

/// Once: a slider in motion must not bring back what was read and put away.
void PhotoNotices::tellNotices(const PhotoDocument* document)
{
    QStringList notices;
    for (const Message& notice : document->notices())
        notices << words(notice);
    if (std::exchange(told_[document], notices) == notices)
        return;
    const QString topic = document->path() + QLatin1String("#notice");
    if (notices.isEmpty())
        messages_->withdraw(topic);
    else
        messages_->post({.kind = Notice::Kind::Warning,
                         .sentence = notices.join(u' '),
                         .topic = topic,
                         .photo = document->path()});
}

void PhotoNotices::tellWarnings(const PhotoDocument* document)
{
    if (!document->isRead())
        return;
    for (const Message& warning : document->photo()->warnings)
        messages_->post({.kind = Notice::Kind::Warning,
                         .sentence = words(warning),
                         .topic = document->path(),
                         .photo = document->path()});
}

void PhotoNotices::tellColourError(PhotoDocument* document, const Error& error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    const QPointer<PhotoDocument> target(document);
    messages_->post({.kind = cancelled ? Notice::Kind::Info : Notice::Kind::Error,
                     .sentence = cancelled ? tr("Colouring “%1” was stopped.").arg(document->name())
                                           : words(error.message),
                     .detail = detailOf(error),
                     .actionText = cancelled ? tr("Colourise") : tr("Try again"),
                     .action =
                         [target] {
                             if (target)
                                 target->colour();
                         },
                     .topic = colourTopicOf(document),
                     .photo = document->path()});
}

void PhotoNotices::tellResultError(const PhotoDocument* document, const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        messages_->post({.kind = Notice::Kind::Warning,
                         .sentence = words(error.message),
                         .detail = detailOf(error),
                         .topic = resultTopicOf(document),
                         .photo = document->path()});
}

void PhotoNotices::showModel()
{
    if (const auto& error = service_->error())
        messages_->post({.kind = Notice::Kind::Error,
                         .sentence = words(error->message),
                         .detail = detailOf(*error),
                         .actionText = tr("Look again"),
                         .action = [this] { service_->reopen(); },
                         .topic = modelTopic});
    else
        messages_->withdraw(modelTopic);
}

} // namespace autochrome
