#include "ui/document/photo_search.h"

#include "core/queue/intake/photo_walk.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <filesystem>

namespace autochrome {

namespace {

/// The photos of a folder, by the rules that hold for the queue too, in the order of their names.
/// Qt's own listing leaves out names that are no UTF-8.
QStringList photosOf(const std::filesystem::path& folder, const Progress& progress)
{
    QStringList photos;
    (void)walkPhotos(
        {folder}, {.recursive = false, .mayBeEmpty = true},
        [&](const FoundPhoto& photo) { photos << nameOfPath(photo.path); }, [](const Error&) {},
        progress);
    std::ranges::sort(photos, [](const QString& one, const QString& other) {
        const int order = one.toLower().localeAwareCompare(other.toLower());
        return order != 0 ? order < 0 : one < other;
    });
    return photos;
}

std::shared_ptr<PhotoSearch::Found> look(const QStringList& paths, const Progress& progress)
{
    auto found = std::make_shared<PhotoSearch::Found>();
    found->ordered = paths;
    for (const QString& path : paths) {
        std::error_code error;
        const bool isFolder = std::filesystem::is_directory(pathNamed(path), error);
        found->hasFolder = found->hasFolder || isFolder;
        const QStringList photos =
            isFolder ? photosOf(pathNamed(path), progress) : QStringList(path);
        for (const QString& photo : photos) {
            if (progress.isCancelled())
                return nullptr;
            found->photos.push_back({photo, FileKeys::of(pathNamed(photo))});
        }
    }
    return progress.isCancelled() ? nullptr : found;
}

} // namespace

PhotoSearch::PhotoSearch(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
}

PhotoSearch::~PhotoSearch()
{
    if (work_)
        work_->cancel();
}

void PhotoSearch::look(const QStringList& paths)
{
    QStringList whole;
    for (const QString& path : paths)
        whole << QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    ++orders_;
    ++waiting_;
    if (!work_ || work_->isCancelled()) {
        work_ = Work(tr("Looking for photos…"));
        Q_EMIT workChanged();
    }
    runInBackground(
        &pool_, this,
        [whole, order = orders_, progress = work_->progress()] {
            auto result = autochrome::look(whole, progress);
            if (result)
                result->order = order;
            return result;
        },
        [this, work = *work_](const std::shared_ptr<Found>& result) {
            if (--waiting_ == 0) {
                work_.reset();
                Q_EMIT workChanged();
            }
            if (result && !work.isCancelled())
                Q_EMIT found(result);
        });
}

} // namespace autochrome
