#include "ui/batch/job_thumbnails.h"

#include "ui/batch/job_row.h"
#include "ui/settings/background.h"
#include "ui/viewer/thumbnail.h"

namespace autochrome {

namespace {

constexpr qsizetype cacheKilobytes = 48 * 1024;
// As many as two screens show; older wishes are of rows that have scrolled by.
constexpr std::size_t mostWishes = 64;
// Files that must be decoded whole are only worth it up to here.
constexpr double mostMegapixels = 40;

} // namespace

JobThumbnails::JobThumbnails(QObject* parent) : QObject(parent), pictures_(cacheKilobytes)
{
    pool_.setMaxThreadCount(1);
}

JobThumbnails::~JobThumbnails()
{
    pool_.clear();
}

QImage JobThumbnails::find(const JobRow& row)
{
    const Key key{row.id, !row.result.empty()};
    if (const QImage* picture = pictures_.object(key))
        return *picture;
    if (!wished_.contains(key)) {
        wished_.insert(key);
        wishes_.push_back({key, key.ofResult ? row.result : row.source});
        if (wishes_.size() > mostWishes) {
            wished_.remove(wishes_.front().key);
            wishes_.erase(wishes_.begin());
        }
        startNext();
    }
    // The grey one until the coloured one is there.
    const QImage* before = key.ofResult ? pictures_.object({row.id, false}) : nullptr;
    return before ? *before : QImage();
}

void JobThumbnails::startNext()
{
    if (busy_ || wishes_.empty())
        return;
    busy_ = true;
    const Wish wish = wishes_.back();
    wishes_.pop_back();
    runInBackground(
        &pool_, this,
        [path = wish.path] {
            const QImage picture = thumbnailOfFile(path, mostMegapixels);
            return picture.isNull()
                       ? picture
                       : picture.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        },
        [this, key = wish.key](const QImage& picture) {
            busy_ = false;
            wished_.remove(key);
            pictures_.insert(key, new QImage(picture),
                             std::max<qsizetype>(1, picture.sizeInBytes() / 1024));
            Q_EMIT ready(key.job);
            startNext();
        });
}

} // namespace autochrome
