#include "ui/training/data/left_out_pictures.h"

#include "core/train/photo_sampler.h"
#include "ui/settings/background.h"

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

LeftOutPictures::LeftOutPictures(QObject* parent) : QObject(parent), pictures_(cacheKilobytes)
{
    pool_.setMaxThreadCount(1);
}

LeftOutPictures::~LeftOutPictures()
{
    pool_.clear();
}

QImage LeftOutPictures::find(const LeftOutRow& row)
{
    const Key key{row.survey.get(), row.number};
    if (const QImage* picture = pictures_.object(key))
        return *picture;
    if (!wished_.contains(key)) {
        wished_.insert(key);
        wishes_.push_back({key, row.survey});
        if (wishes_.size() > mostWishes) {
            wished_.remove(wishes_.front().key);
            wishes_.erase(wishes_.begin());
        }
        startNext();
    }
    return {};
}

void LeftOutPictures::clear()
{
    pictures_.clear();
    wishes_.clear();
    wished_.clear();
    ++generation_;
}

void LeftOutPictures::startNext()
{
    if (busy_ || wishes_.empty())
        return;
    busy_ = true;
    const Wish wish = wishes_.back();
    wishes_.pop_back();
    runInBackground(
        &pool_, this,
        [survey = wish.survey, photo = wish.key.second] { return pictureOf(*survey, photo); },
        [this, key = wish.key, generation = generation_](const QImage& picture) {
            busy_ = false;
            if (generation == generation_) {
                wished_.remove(key);
                pictures_.insert(key, new QImage(picture),
                                 std::max<qsizetype>(1, picture.sizeInBytes() / 1024));
                Q_EMIT ready(key.first, key.second);
            }
            startNext();
        });
}

} // namespace autochrome
