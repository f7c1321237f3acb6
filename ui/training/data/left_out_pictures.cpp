#include "ui/training/data/left_out_pictures.h"

#include "core/learn/data/photo_sampler.h"

#include <opencv2/core.hpp>

namespace autochrome {

namespace {

constexpr qsizetype cacheKilobytes = 32 * 1024;
// More than a list shows at once; older wishes are of rows that have scrolled by.
constexpr std::size_t mostWishes = 48;

QImage pictureOf(const Survey& survey, std::int64_t photo)
{
    try {
        const auto bytes = survey.index.read(photo);
        if (!bytes)
            return {};
        const cv::Mat bgr = decodeTrainingPhoto(*bytes, LeftOutPictures::edge);
        if (bgr.empty())
            return {};
        const QImage whole(bgr.data, bgr.cols, bgr.rows, qsizetype(bgr.step),
                           QImage::Format_BGR888);
        const QSize size =
            whole.size().scaled(LeftOutPictures::edge, LeftOutPictures::edge, Qt::KeepAspectRatio);
        // A strip of 10,000 x 1 pixels is still one pixel high. Scaling copies the pixels.
        return whole
            .scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    } catch (const std::exception&) {
        return {}; // damaged, or larger than the memory: a photo without a picture
    }
}

} // namespace

LeftOutPictures::LeftOutPictures(QObject* parent)
    : QObject(parent), wishes_(this, cacheKilobytes, mostWishes, [this](const Key& key) {
          Q_EMIT ready(key.first, key.second);
      })
{
}

QImage LeftOutPictures::find(const LeftOutRow& row)
{
    const Key key{row.survey.get(), row.number};
    if (const QImage* picture = wishes_.find(key))
        return *picture;
    wishes_.wish(key,
                 [survey = row.survey, photo = row.number] { return pictureOf(*survey, photo); });
    return {};
}

void LeftOutPictures::clear()
{
    wishes_.clear();
}

} // namespace autochrome
