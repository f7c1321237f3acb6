#include "core/photo/read_back.h"

#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/lightness_check.h"
#include "core/photo/profile/colour_space.h"

#include <array>
#include <cstring>
#include <zlib.h>

namespace autochrome::inline photo {
namespace {

/// Takes decoded rows, and keeps only their checksum and how far they are from the original.
class CheckingTarget : public PixelTarget
{
public:
    CheckingTarget(bool lossless, LightnessCheck* check) : lossless_(lossless), check_(check) {}
    void create(cv::Size size, int type) override
    {
        this->size = size;
        this->type = type;
        if (check_ && !check_->fits(size))
            check_ = nullptr; // and so refused afterwards
    }
    cv::Mat rows(int, int count) override
    {
        if (scratch_.rows < count)
            scratch_.create(count, size.width, type);
        return scratch_.rowRange(0, count);
    }
    void done(int first, int count) override
    {
        const cv::Mat rows = scratch_.rowRange(0, count);
        if (lossless_)
            digest.add(first, rows);
        if (check_)
            check_->add(first, rows);
    }
    std::uint64_t room(cv::Size size, int type, int rowsAtOnce) const override
    {
        return PixelTarget::room(cv::Size(size.width, rowsAtOnce), type, rowsAtOnce);
    }
    bool wantsPixels() const override { return lossless_ || check_; }

    cv::Size size;
    int type = -1;
    RowDigest digest;

private:
    bool lossless_;
    LightnessCheck* check_;
    cv::Mat scratch_;
};

/// What must not get lost on the way; compared between what was asked for and what was read back.
constexpr std::array<const char*, 8> keyFields = {
    "Exif.Image.Software",      "Exif.Image.ImageDescription", "Exif.Photo.DateTimeOriginal",
    "Exif.GPSInfo.GPSLatitude", "Xmp.dc.description",          "Xmp.iptcExt.DigitalSourceType",
    "Xmp.xmpMM.DocumentID",     "Iptc.Application2.Caption"};

[[noreturn]] void refuse(const WriteJob& job, const std::string& detail)
{
    job.fail(text("“%1” could not be written: reading it back showed a fault.", {job.name}),
             detail);
}

template <class Work>
auto reading(const WriteJob& job, Work work)
{
    try {
        FileSource bytes(job.file.temporaryPath());
        return work(bytes);
    } catch (const ReadFailure& failure) {
        refuse(job, failure.error().detail + " " + inWords(failure.error().message));
    }
}

/// The first place of `wanted` in the file; its size if there is none.
std::uint64_t placeOf(OutputFile& file, const std::string& wanted)
{
    constexpr std::size_t block = 1 << 20;
    std::vector<char> bytes(block + wanted.size());
    for (std::uint64_t at = 0; at < file.size(); at += block) {
        const std::size_t got = file.readAt(at, bytes.data(), bytes.size());
        if (const void* found = ::memmem(bytes.data(), got, wanted.data(), wanted.size()))
            return at + std::uint64_t(static_cast<const char*>(found) - bytes.data());
    }
    return file.size();
}

std::uint32_t bigEndian(const std::uint8_t* bytes)
{
    return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 |
           std::uint32_t(bytes[2]) << 8 | bytes[3];
}

/// Computes the checksum of the PNG chunk anew in which `place` lies.
bool mendChecksum(OutputFile& file, std::uint64_t place)
{
    std::uint8_t head[8];
    for (std::uint64_t at = 8; file.readAt(at, head, 8) == 8;) {
        const std::uint64_t length = bigEndian(head);
        const std::uint64_t end = at + 8 + length;
        if (place >= end) {
            at = end + 4;
            continue;
        }
        std::vector<std::uint8_t> chunk(4 + length); // its type counts
        if (file.readAt(at + 4, chunk.data(), chunk.size()) != chunk.size())
            return false;
        const auto sum = std::uint32_t(::crc32(0, chunk.data(), uInt(chunk.size())));
        const std::uint8_t bytes[] = {std::uint8_t(sum >> 24), std::uint8_t(sum >> 16),
                                      std::uint8_t(sum >> 8), std::uint8_t(sum)};
        return file.writeAt(end, bytes, sizeof(bytes));
    }
    return false;
}

} // namespace

std::optional<LightnessError> readPixelsBack(const WriteJob& job, const PhotoFormat& format,
                                             const Progress& progress)
{
    return reading(job, [&](ByteSource& bytes) -> std::optional<LightnessError> {
        const int channels = CV_MAT_CN(job.rows.type());
        std::optional<LightnessCheck> check;
        if (job.info.original)
            check.emplace(*job.info.original, job.info.icc, channels != 4);
        CheckingTarget target(format.lossless, check ? &*check : nullptr);
        const Photo back = decodePixels(bytes, job.name, target, progress);
        const bool greyAsRgb = format.format == FileFormat::WebP && channels == 1;
        // An opaque picture with alpha may be stored without it.
        const bool alphaDropped = format.format == FileFormat::WebP && channels == 4;
        const int type = greyAsRgb ? CV_8UC3 : job.rows.type();
        if (back.format != format.format || target.size != job.rows.size() ||
            (target.type != type && !(alphaDropped && target.type == CV_8UC3)))
            refuse(job, "size or depth");
        if (format.lossless && !(target.digest == job.digest))
            refuse(job, "pixels");
        if (back.icc != job.info.icc &&
            !(format.format == FileFormat::Bmp && job.info.icc == srgbProfile()))
            refuse(job, "colour profile");
        if (!check)
            return std::nullopt;
        return check->result();
    });
}

std::string readFactsBack(const WriteJob& job, const PhotoFormat& format, const Progress& progress)
{
    return reading(job, [&](ByteSource& bytes) {
        const Photo back = decodeFacts(bytes, job.name, progress);
        for (const char* key : keyFields) {
            const bool noPlace = format.metadata == MetadataPlace::InsideNoIptc && key[0] == 'I';
            if (job.needsSidecar || noPlace)
                continue;
            const std::string meant = job.info.metadata.value(key);
            if (!meant.empty() && back.metadata.value(key) != meant)
                refuse(job, key);
        }
        return back.sourceSha256;
    });
}

bool fillPlaceholder(OutputFile& file, FileFormat format, const std::string& placeholder,
                     const std::string& note)
{
    const std::uint64_t place = placeOf(file, placeholder);
    if (place >= file.size() || note.size() != placeholder.size())
        return false;
    return file.writeAt(place, note.data(), note.size()) &&
           (format != FileFormat::Png || mendChecksum(file, place));
}

} // namespace autochrome::inline photo
