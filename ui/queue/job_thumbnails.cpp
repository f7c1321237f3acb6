#include "ui/queue/job_thumbnails.h"

#include "ui/queue/job_row.h"
#include "ui/viewer/thumbnail.h"

namespace autochrome {

namespace {

constexpr qsizetype cacheKilobytes = 48 * 1024;
// As many as two screens show; older wishes are of rows that have scrolled by.
constexpr std::size_t mostWishes = 64;
// Files that must be decoded whole are only worth it up to here.
constexpr double mostMegapixels = 40;

QImage pictureOf(const PhotoId& photo)
{
    const Result<QImage> picture = thumbnailOfFile(photo, mostMegapixels);
    return picture ? picture->scaled(JobThumbnails::edge, JobThumbnails::edge, Qt::KeepAspectRatio,
                                     Qt::SmoothTransformation)
                   : QImage();
}

} // namespace

JobThumbnails::JobThumbnails(QObject* parent)
    : QObject(parent),
      wishes_(this, cacheKilobytes, mostWishes, [this](const Key& key) { Q_EMIT ready(key.job); })
{
}

QImage JobThumbnails::find(const JobRow& row)
{
    const Key key{row.id, !row.result.empty()};
    if (const QImage* picture = wishes_.find(key))
        return *picture;
    wishes_.wish(key, [photo = key.ofResult ? PhotoId(row.result) : PhotoId(row.source, row.page)] {
        return pictureOf(photo);
    });
    // The grey one until the coloured one is there.
    const QImage* before = key.ofResult ? wishes_.find({row.id, false}) : nullptr;
    return before ? *before : QImage();
}

} // namespace autochrome
