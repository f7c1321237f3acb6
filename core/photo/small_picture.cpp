#include "core/photo/small_picture.h"

#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/read_guard.h"
#include "core/photo/formats/recognition.h"
#include "core/photo/metadata/metadata_reader.h"
#include "core/photo/metadata/thumbnail.h"
#include "core/photo/photo_reader.h"

#include <cstdlib>

namespace autochrome::inline photo {
namespace {

/// Takes decoded rows and keeps a few of their pixels.
class SmallTarget : public PixelTarget
{
public:
    explicit SmallTarget(int largestSide) : largestSide_(largestSide) {}

    void create(cv::Size size, int type) override
    {
        size_ = size;
        type_ = type;
        small_.emplace(size, CV_MAT_CN(type), largestSide_);
    }

    cv::Mat rows(int, int count) override
    {
        if (strip_.rows < count)
            strip_.create(count, size_.width, type_);
        return strip_.rowRange(0, count);
    }

    void done(int first, int count) override
    {
        const cv::Mat strip = strip_.rowRange(0, count);
        if (strip.depth() == CV_8U) {
            small_->add(first, strip);
        } else {
            strip.convertTo(bytes_, CV_8U, 1 / 257.0);
            small_->add(first, bytes_);
        }
    }

    std::uint64_t room(cv::Size size, int type, int rowsAtOnce) const override
    {
        return std::uint64_t(size.width) * std::uint64_t(rowsAtOnce) *
               std::uint64_t(CV_ELEM_SIZE(type) + CV_MAT_CN(type));
    }
    bool wantsPixels() const override { return true; }

    cv::Mat picture() const { return small_->picture(); }

private:
    int largestSide_;
    cv::Size size_;
    int type_ = -1;
    cv::Mat strip_;
    cv::Mat bytes_;
    std::optional<Thumbnail> small_;
};

int orientationOf(ByteSource& bytes)
{
    bool damaged = false;
    const int orientation =
        std::atoi(readMetadata(bytes, damaged).value("Exif.Image.Orientation").c_str());
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

} // namespace

Result<cv::Mat> readSmallPicture(const PhotoId& wanted, int largestSide, const Progress& progress)
{
    if (const auto header = readPhotoHeader(wanted); !header)
        return tl::make_unexpected(header.error());
    const std::string name = wanted.name();
    return guarded<cv::Mat>(name, [&] {
        FileSource bytes(wanted.path);
        Photo photo;
        ReadContext context{bytes, name, progress, photo.warnings, wanted.page};
        SmallTarget target(largestSide);
        const PhotoFormat* format = recognise(bytes).format;
        if (!format) // no longer what it was a moment ago
            context.failCorrupt();
        format->reader->read(context, target, photo);
        photo.pixels = target.picture();
        if (!format->reader->readsOrientation && format->metadata != MetadataPlace::Beside)
            photo.orientation = orientationOf(bytes);
        return uprighted(std::move(photo)).pixels;
    });
}

} // namespace autochrome::inline photo
