#pragma once

#include <QObject>

namespace autochrome {

class Actions;
class PhotoDocument;
class PhotoExports;
class PhotoSession;
class ProgressStrip;

/// Shows what is being done over the photo, one thing at a time, and stops it when that is wanted.
class ShownWork : public QObject
{
    Q_OBJECT

public:
    ShownWork(const Actions& actions, const PhotoSession* session, const PhotoExports* exports,
              ProgressStrip* progress, QObject* parent);

private:
    void follow(PhotoDocument* document);
    void show();
    void cancel();

    const Actions& actions_;
    const PhotoSession* session_;
    const PhotoExports* exports_;
    ProgressStrip* progress_;
};

} // namespace autochrome
