#pragma once

#include "core/base/error.h"
#include "ui/document/open_photos.h"
#include "ui/document/photo_search.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <QVector>
#include <deque>
#include <memory>
#include <optional>

namespace autochrome::inline photo {
class Originals;
} // namespace autochrome::inline photo

namespace autochrome {

class ColorizerService;
class Glimpses;
class PhotoDocument;

/// The open photos and which of them is looked at. Pixels are read when a photo is first looked at
/// and given back, oldest first, when all of them together take too much memory.
class PhotoSession : public QObject
{
    Q_OBJECT

public:
    PhotoSession(ColorizerService* service, QThreadPool* pool, QObject* parent = nullptr);

    /// Opens files and the photos of folders (not of their subfolders); goes to the first of them.
    /// Those already open are not opened twice. Looks for them in the background and tells of the
    /// end by opened(); what was ordered before is opened before.
    void open(const QStringList& paths);
    /// The looking for photos, while it lasts.
    const std::optional<Work>& looking() const { return search_->work(); }

    /// Opens a source, or finds it open, and goes to it with a result's pixels as its "after".
    PhotoDocument* openResult(const QString& source, const QString& result);

    const QVector<PhotoDocument*>& documents() const { return documents_; }

    /// The photo that is shown. While the next one is being read, still the one before.
    PhotoDocument* shown() const { return shown_; }
    /// The photo that will be shown: shown(), or the one being read.
    PhotoDocument* wanted() const { return wanted_; }

    /// Goes to a photo; nothing that was ordered before leads away from it again.
    void select(PhotoDocument* document);
    void selectNext(int step); ///< +1 or -1, around the ends
    void close(PhotoDocument* document);

    /// The open photo of a source (also through links), or null.
    PhotoDocument* find(const QString& path) const;
    /// Whether a path is the source of an open photo (also through links).
    bool isOpenSource(const QString& path) const;
    /// The open photos, always as of now, for those who write on other threads.
    std::shared_ptr<const Originals> originals() const { return originals_; }

    /// Small pictures of these are made first (the ones that are to be seen).
    void preferThumbnails(const QVector<PhotoDocument*>& documents);

    /// Bytes of pixels that may stay in memory for photos that are not shown.
    void setMemoryBudget(qint64 bytes) { budget_ = bytes; }

Q_SIGNALS:
    /// All photos that were found are open.
    /// @param hadFolder  whether a folder was among what was ordered
    void opened(const QStringList& ordered, int found, bool hadFolder);
    void lookingChanged();
    void added(autochrome::PhotoDocument* document);
    void removed(autochrome::PhotoDocument* document); ///< still alive during the signal
    void shownChanged();
    void wantedChanged();
    /// A file could not be read; it is not open any more.
    void openFailed(const QString& path, const autochrome::Error& error);

private:
    void addSome();
    void goTo(PhotoDocument* document);
    PhotoDocument* addDocument(const QString& path, const FileKeys& keys);
    void show(PhotoDocument* document);
    void remove(PhotoDocument* document);
    void onReadFailed(PhotoDocument* document, const Error& error);
    void trim();

    ColorizerService* service_;
    QThreadPool* pool_;
    Glimpses* glimpses_;
    PhotoSearch* search_;
    std::deque<std::shared_ptr<const PhotoSearch::Found>> found_; ///< that are not all open yet
    std::size_t next_ = 0;                                        ///< of the first of those
    int overtaken_ = 0; ///< orders up to this one do not lead to their photo any more
    QTimer adding_;
    QVector<PhotoDocument*> documents_;
    OpenPhotos files_;
    std::shared_ptr<Originals> originals_;
    QTimer forget_;                  ///< the photos that are closed, once for all of them
    QVector<PhotoDocument*> lately_; ///< shown ones, the latest last
    PhotoDocument* shown_ = nullptr;
    PhotoDocument* wanted_ = nullptr;
    qint64 budget_;
};

} // namespace autochrome
