#include "core/photo/photo_reader.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/photo/formats/camera_raw.h"
#include "core/photo/formats/format_names.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/read_guard.h"
#include "core/photo/formats/recognition.h"
#include "core/photo/metadata/metadata_reader.h"
#include "core/photo/metadata/resolution.h"
#include "core/photo/metadata/turned_places.h"
#include "core/photo/profile/icc.h"
#include "core/photo/profile/profile_check.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <opencv2/imgproc.hpp>
#include <thread>

namespace autochrome::inline photo {
namespace {

const PhotoFormat& requireFormat(const ReadContext& context)
{
    if (context.bytes.size() == 0)
        throw ReadFailure(ErrorCode::Corrupt, text("“%1” is empty.", {context.name}));
    const Recognition found = recognise(context.bytes);
    if (found.cameraRaw)
        failCameraRaw(context);
    if (!found.format)
        context.failUnsupported(
            text("“%1” is not a photo in a format that this program reads (%2).",
                 {context.name, namesOf(Formats::Read)}));
    if (context.page > 1 && !found.format->pages)
        context.failNoPage();
    return *found.format;
}

/// BigTIFF has a place for metadata, but Exiv2 does not know it.
bool exiv2Reads(ByteSource& bytes, const PhotoFormat& format)
{
    std::uint8_t head[4] = {};
    bytes.read(0, head, 4);
    const bool bigTiff = format.format == FileFormat::Tiff && (head[2] == 43 || head[3] == 43);
    return format.metadata != MetadataPlace::Beside && !bigTiff;
}

void addMetadata(ReadContext& context, Photo& photo, int channels)
{
    bool damaged = false;
    if (exiv2Reads(context.bytes, factsOf(photo.format))) {
        photo.metadata = readMetadata(context.bytes, damaged);
    } else if (!context.bytes.path().empty()) {
        Metadata sidecar = readSidecar(sidecarPath(context.bytes.path()), damaged);
        if (!sidecar.isEmpty())
            photo.metadata = std::move(sidecar);
    }
    if (damaged)
        context.warnings.push_back(text(
            "The metadata of “%1” is damaged; what could be read of it is kept.", {context.name}));

    const auto orientationUnder = [&photo](const char* key) {
        const int orientation = std::atoi(photo.metadata.value(key).c_str());
        return orientation >= 1 && orientation <= 8 ? orientation : 0;
    };
    if (!factsOf(photo.format).reader->readsOrientation) {
        // Exif's word counts; XMP's is for files that have no Exif.
        const int exif = orientationUnder("Exif.Image.Orientation");
        const int orientation = exif ? exif : orientationUnder("Xmp.tiff.Orientation");
        photo.orientation = orientation ? orientation : 1;
    }
    // A camera that knows only Exif says Adobe RGB by its interoperability index alone (DCF 2.0).
    if (photo.icc.empty() && channels >= 3 &&
        photo.metadata.value("Exif.Iop.InteroperabilityIndex") == "R03")
        photo.icc = adobeRgbProfile();
    photo.resolution = likelierResolution(photo.resolution, resolutionOf(photo.metadata));
    if (photo.resolution.unit == Resolution::Unit::None && photo.resolution.x == 1 &&
        photo.resolution.y == 1)
        photo.resolution = {}; // how a file says that it does not say
}

/// Notes the channels on their way to the real target.
class TypeNoting : public PixelTarget
{
public:
    explicit TypeNoting(PixelTarget& target) : target_(target) {}
    void create(cv::Size size, int type) override
    {
        channels = CV_MAT_CN(type);
        target_.create(size, type);
    }
    cv::Mat rows(int first, int count) override { return target_.rows(first, count); }
    void done(int first, int count) override { target_.done(first, count); }
    std::uint64_t room(cv::Size size, int type, int rowsAtOnce) const override
    {
        return target_.room(size, type, rowsAtOnce);
    }
    bool wantsPixels() const override { return target_.wantsPixels(); }

    int channels = 0;

private:
    PixelTarget& target_;
};

template <class T>
bool isInvisible(const cv::Mat& pixels)
{
    for (int y = 0; y < pixels.rows; ++y) {
        const auto* row = pixels.ptr<cv::Vec<T, 4>>(y);
        if (std::any_of(row, row + pixels.cols, [](const auto& pixel) { return pixel[3] != 0; }))
            return false;
    }
    return true;
}

/// A photo that is transparent everywhere would be a result in which nothing is to be seen.
void dropEmptyAlpha(Photo& photo, const std::string& name)
{
    cv::Mat& pixels = photo.pixels;
    if (pixels.channels() != 4 || !(pixels.depth() == CV_16U ? isInvisible<std::uint16_t>(pixels)
                                                             : isInvisible<std::uint8_t>(pixels)))
        return;
    cv::Mat opaque;
    cv::cvtColor(pixels, opaque, cv::COLOR_RGBA2RGB);
    pixels = opaque;
    photo.warnings.push_back(
        text("“%1” is transparent everywhere; its transparency is not used.", {name}));
}

std::string hashOf(const ReadContext& context)
{
    Sha256 hash;
    std::vector<std::uint8_t> block(1 << 20);
    for (std::uint64_t offset = 0; offset < context.bytes.size();) {
        context.progress.checkpoint();
        const std::size_t got = context.bytes.read(offset, block.data(), block.size());
        if (got == 0)
            throw ReadFailure(ErrorCode::Unreadable,
                              text("“%1” cannot be read to its end.", {context.name}));
        hash.add(block.data(), got);
        offset += got;
    }
    return hash.hex();
}

void decodePixelsInto(Photo& photo, ByteSource& bytes, const std::string& name, TypeNoting& target,
                      const Progress& progress, int page = 0)
{
    ReadContext context{bytes, name, progress, photo.warnings, page};
    const PhotoFormat& format = requireFormat(context);
    photo.format = format.format;
    format.reader->read(context, target, photo);
    checkProfile(context, photo.icc, target.channels);
}

void addFacts(Photo& photo, ByteSource& bytes, const std::string& name, int channels,
              const Progress& progress)
{
    ReadContext context{bytes, name, progress, photo.warnings};
    addMetadata(context, photo, channels);
    photo.sourceSha256 = hashOf(context);
}

} // namespace

Photo decodePhoto(ByteSource& bytes, const std::string& name, PixelTarget& target,
                  const Progress& progress, int page)
{
    Photo photo;
    TypeNoting noting(target);
    decodePixelsInto(photo, bytes, name, noting, progress.part(0, 0.9), page);
    addFacts(photo, bytes, name, noting.channels, progress);
    progress.report(1, text("Reading “%1”", {name}));
    return photo;
}

Photo decodePixels(ByteSource& bytes, const std::string& name, PixelTarget& target,
                   const Progress& progress)
{
    Photo photo;
    TypeNoting noting(target);
    decodePixelsInto(photo, bytes, name, noting, progress);
    return photo;
}

Photo decodeFacts(ByteSource& bytes, const std::string& name, const Progress& progress)
{
    Photo photo;
    const ReadContext context{bytes, name, progress, photo.warnings};
    photo.format = requireFormat(context).format;
    addFacts(photo, bytes, name, 3, progress);
    return photo;
}

namespace {

// Of one moment, whatever somebody does to the file meanwhile: pixels and hash of the same bytes.
Result<Photo> readOnce(const PhotoId& wanted, const Progress& progress, bool& changed)
{
    const std::string name = wanted.name();
    changed = false;
    return guarded<Photo>(name, [&] {
        FileSource bytes(wanted.path);
        std::vector<Message> unheard;
        const ReadContext context{bytes, name, progress, unheard};
        // The times of a file that was just written to may not tell of the next write.
        const std::string before = bytes.stamp().isFresh() ? hashOf(context) : std::string();
        WholePicture picture;
        Photo photo = decodePhoto(bytes, name, picture, progress, wanted.page);
        changed = bytes.hasChanged() || (!before.empty() && before != photo.sourceSha256);
        photo.pixels = std::move(picture.pixels);
        dropEmptyAlpha(photo, name);
        photo.source = wanted;
        return photo;
    });
}

/// Until nobody has written to the file for a moment; not for long.
void waitUntilStill(const std::filesystem::path& path, const Progress& progress)
{
    using namespace std::chrono_literals;
    constexpr auto moment = 100ms;
    constexpr int mostMoments = 20;
    std::optional<FileStamp> last = FileStamp::of(path);
    for (int i = 0; i < mostMoments && !progress.isCancelled(); ++i) {
        std::this_thread::sleep_for(moment);
        const std::optional<FileStamp> now = FileStamp::of(path);
        if (now == last)
            return;
        last = now;
    }
}

} // namespace

Result<Photo> readPhoto(const PhotoId& wanted, const Progress& progress)
{
    const std::filesystem::path& path = wanted.path;
    constexpr int tries = 2;
    for (int i = 1;; ++i) {
        const std::optional<FileStamp> before = FileStamp::of(path);
        bool changed = false;
        Result<Photo> photo = readOnce(wanted, progress, changed);
        // What is half-written fails in many ways; none of them is the matter then.
        changed = changed || (!photo && before && FileStamp::of(path) != before);
        if (!changed || (!photo && photo.error().code == ErrorCode::Cancelled))
            return photo;
        if (i == tries)
            return failure(
                ErrorCode::Unreadable,
                text("“%1” was changed by another program while it was read.", {wanted.name()}),
                photo ? std::string() : photo.error().detail);
        waitUntilStill(path, progress);
    }
}

Result<Photo> readPhoto(std::span<const std::uint8_t> bytes, const std::string& name,
                        const Progress& progress)
{
    return guarded<Photo>(name, [&] {
        MemorySource source(bytes);
        WholePicture picture;
        Photo photo = decodePhoto(source, name, picture, progress);
        photo.pixels = std::move(picture.pixels);
        dropEmptyAlpha(photo, name);
        return photo;
    });
}

Result<PhotoHeader> readPhotoHeader(const PhotoId& photo)
{
    const std::string name = photo.name();
    return guarded<PhotoHeader>(name, [&] {
        FileSource bytes(photo.path);
        const Progress progress;
        std::vector<Message> warnings;
        ReadContext context{bytes, name, progress, warnings, photo.page};
        return requireFormat(context).reader->readHeader(context);
    });
}

Metadata readPhotoMetadata(const std::filesystem::path& path)
try {
    FileSource bytes(path);
    const PhotoFormat* format = recognise(bytes).format;
    bool damaged = false;
    Metadata metadata;
    if (format && exiv2Reads(bytes, *format))
        metadata = readMetadata(bytes, damaged);
    if (!metadata.value("Xmp.xmpMM.DocumentID").empty())
        return metadata;
    // A result whose metadata did not fit has it beside it.
    Metadata sidecar = readSidecar(sidecarPath(path), damaged);
    return sidecar.isEmpty() ? metadata : sidecar;
} catch (const ReadFailure&) {
    return {};
}

Photo uprighted(Photo photo)
{
    // Exif 2.32, 4.6.4 A: where row 0 and column 0 of the stored picture are in the upright one.
    cv::Mat turned;
    switch (photo.orientation) {
    case 2:
        cv::flip(photo.pixels, turned, 1);
        break;
    case 3:
        cv::rotate(photo.pixels, turned, cv::ROTATE_180);
        break;
    case 4:
        cv::flip(photo.pixels, turned, 0);
        break;
    case 5:
        cv::transpose(photo.pixels, turned);
        break;
    case 6:
        cv::rotate(photo.pixels, turned, cv::ROTATE_90_CLOCKWISE);
        break;
    case 7:
        cv::transpose(photo.pixels, turned);
        cv::rotate(turned, turned, cv::ROTATE_180);
        break;
    case 8:
        cv::rotate(photo.pixels, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    default:
        photo.orientation = 1;
        return photo;
    }
    return uprighted(std::move(photo), std::move(turned));
}

Photo uprighted(Photo photo, cv::Mat turned)
{
    cv::Size before = turned.size();
    if (photo.orientation >= 5) {
        std::swap(before.width, before.height);
        std::swap(photo.resolution.x, photo.resolution.y);
    }
    turnPlaces(photo.metadata, photo.orientation, before);
    photo.pixels = std::move(turned);
    photo.orientation = 1;
    return photo;
}

} // namespace autochrome::inline photo
