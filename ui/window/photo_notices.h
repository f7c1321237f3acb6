#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace autochrome {

class ColorizerService;
class MessageStrip;
class PhotoDocument;
class PhotoSession;

/// Tells above the photo what the person should know of the open photos and of how they came to
/// their colours: warnings, failures, and what is wrong with the model.
class PhotoNotices : public QObject
{
    Q_OBJECT

public:
    PhotoNotices(PhotoSession* session, ColorizerService* service, MessageStrip* messages,
                 QObject* parent);

    /// After the model was opened, or another one was chosen.
    void showModel();

private:
    void follow(PhotoDocument* document);
    void leave(PhotoDocument* document);
    void showRendering();
    void tellNotices(const PhotoDocument* document);
    void tellWarnings(const PhotoDocument* document);
    void tellColourError(PhotoDocument* document, const Error& error);
    void tellResultError(const PhotoDocument* document, const Error& error);

    PhotoSession* session_;
    ColorizerService* service_;
    MessageStrip* messages_;
    QHash<const PhotoDocument*, QStringList> told_; ///< of how they came to their colours
};

} // namespace autochrome
