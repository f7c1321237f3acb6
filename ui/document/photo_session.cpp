#include "ui/document/photo_session.h"

#include "core/base/machine_memory.h"
#include "core/photo/originals.h"
#include "core/queue/intake/photo_walk.h"
#include "ui/document/glimpses.h"
#include "ui/document/photo_document.h"
#include "ui/widgets/path_names.h"

#include <QFileInfo>
#include <algorithm>

namespace autochrome {

namespace {

/// Between two of these the window draws itself and hears its keys.
constexpr int addedAtOnce = 16;

} // namespace

PhotoSession::PhotoSession(ColorizerService* service, QThreadPool* pool, QObject* parent)
    : QObject(parent),
      service_(service),
      pool_(pool),
      glimpses_(new Glimpses(this)),
      search_(new PhotoSearch(this)),
      originals_(std::make_shared<Originals>()),
      budget_(qint64(usableMemory() / 4))
{
    forget_.setSingleShot(true);
    connect(&forget_, &QTimer::timeout, this, [this] { originals_->assign(files_.keys()); });
    connect(search_, &PhotoSearch::workChanged, this, &PhotoSession::lookingChanged);
    connect(search_, &PhotoSearch::found, this, [this](const auto& found) {
        found_.push_back(found);
        adding_.start();
    });
    connect(&adding_, &QTimer::timeout, this, &PhotoSession::addSome);
}

void PhotoSession::open(const QStringList& paths)
{
    search_->look(paths);
}

void PhotoSession::addSome()
{
    const std::shared_ptr<const PhotoSearch::Found> found = found_.front();
    const std::size_t end = std::min(found->photos.size(), next_ + addedAtOnce);
    for (; next_ < end; ++next_) {
        const PhotoSearch::Photo& photo = found->photos[next_];
        PhotoDocument* document = files_.find(photo.keys);
        if (!document)
            document = addDocument(photo.path, photo.keys);
        if (next_ == 0 && found->order > overtaken_)
            goTo(document);
    }
    if (next_ < found->photos.size())
        return;
    next_ = 0;
    found_.pop_front();
    if (found_.empty())
        adding_.stop();
    Q_EMIT opened(found->ordered, int(found->photos.size()), found->hasFolder);
}

PhotoDocument* PhotoSession::openResult(const QString& source, const QString& result)
{
    const QString path = QFileInfo(source).absoluteFilePath();
    const FileKeys keys = FileKeys::of(pathNamed(path));
    PhotoDocument* document = files_.find(keys);
    if (!document)
        document = addDocument(path, keys);
    // Before it is selected, which would start the network.
    document->showResult(QFileInfo(result).absoluteFilePath());
    select(document);
    return document;
}

PhotoDocument* PhotoSession::find(const QString& path) const
{
    return files_.find(FileKeys::of(pathNamed(path)));
}

bool PhotoSession::isOpenSource(const QString& path) const
{
    return find(path) != nullptr;
}

PhotoDocument* PhotoSession::addDocument(const QString& path, const FileKeys& keys)
{
    auto* document = new PhotoDocument(path, service_, pool_, this);
    documents_ << document;
    files_.add(document, keys);
    originals_->add(keys);
    connect(document, &PhotoDocument::photoChanged, this, [this, document] {
        if (document == wanted_ && document->isRead())
            show(document);
    });
    connect(document, &PhotoDocument::readFailed, this,
            [this, document](const Error& error) { onReadFailed(document, error); });
    Q_EMIT added(document);
    // One alone is opened anyway; when others join it, it may wait to be looked at itself.
    if (documents_.size() == 2)
        glimpses_->add(documents_.front());
    if (documents_.size() > 1)
        glimpses_->add(document);
    return document;
}

void PhotoSession::select(PhotoDocument* document)
{
    overtaken_ = search_->lastOrder();
    goTo(document);
}

void PhotoSession::goTo(PhotoDocument* document)
{
    if (document == wanted_) {
        if (document)
            document->load();
        return;
    }
    // Nobody waits for a photo any more that was only passed by.
    if (wanted_ && wanted_ != shown_)
        wanted_->cancel();
    wanted_ = document;
    Q_EMIT wantedChanged();
    if (!document || document->isRead())
        show(document);
    if (document)
        document->load();
}

void PhotoSession::selectNext(int step)
{
    const qsizetype count = documents_.size();
    const qsizetype index = documents_.indexOf(wanted_);
    if (index >= 0)
        select(documents_[(index + step + count) % count]);
}

void PhotoSession::show(PhotoDocument* document)
{
    if (shown_ == document)
        return;
    shown_ = document;
    if (document) {
        lately_.removeAll(document);
        lately_ << document;
        trim();
    }
    Q_EMIT shownChanged();
}

void PhotoSession::close(PhotoDocument* document)
{
    // A menu that offers it may be open longer than the photo.
    const qsizetype index = documents_.indexOf(document);
    if (index < 0)
        return;
    const bool wasShown = document == shown_ || document == wanted_;
    document->cancel();
    if (wasShown) {
        PhotoDocument* next = document == shown_ ? nullptr : shown_;
        if (!next && documents_.size() > 1)
            next = documents_[index + 1 < documents_.size() ? index + 1 : index - 1];
        if (document == shown_)
            show(nullptr);
        goTo(next);
    }
    remove(document);
}

void PhotoSession::remove(PhotoDocument* document)
{
    documents_.removeAll(document);
    files_.remove(document);
    lately_.removeAll(document);
    forget_.start(0);
    Q_EMIT removed(document);
    document->deleteLater();
}

void PhotoSession::onReadFailed(PhotoDocument* document, const Error& error)
{
    const QString path = document->path();
    const qsizetype index = documents_.indexOf(document);
    if (index < 0)
        return; // closed while it was read
    if (error.code == ErrorCode::Cancelled) {
        // Stays in the film strip for another time, unless it is all there is.
        if (document == wanted_) {
            wanted_ = shown_;
            Q_EMIT wantedChanged();
        }
        if (documents_.size() == 1)
            remove(document);
        return;
    }
    remove(document);
    if (wanted_ == document) {
        wanted_ = nullptr;
        // Back to the photo that is still shown; without one, on to the next.
        PhotoDocument* next = shown_;
        if (!next && !documents_.isEmpty())
            next = documents_[std::min(index, documents_.size() - 1)];
        goTo(next);
        Q_EMIT wantedChanged();
    }
    Q_EMIT openFailed(path, error);
}

void PhotoSession::preferThumbnails(const QVector<PhotoDocument*>& documents)
{
    glimpses_->prefer(documents);
}

void PhotoSession::trim()
{
    qint64 total = 0;
    for (const PhotoDocument* document : documents_)
        total += document->bytes();
    for (PhotoDocument* document : lately_) {
        if (total <= budget_)
            return;
        if (document == shown_ || document == wanted_ || document->work())
            continue;
        total -= document->bytes();
        document->unload();
    }
}

} // namespace autochrome
