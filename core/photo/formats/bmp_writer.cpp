#include "core/base/text.h"
#include "core/photo/formats/format_writer.h"
#include "core/photo/profile/colour_space.h"

#include <cmath>

namespace autochrome::inline photo {
namespace {

void put(std::vector<std::uint8_t>& to, std::uint32_t value, int bytes = 4)
{
    for (int i = 0; i < bytes; ++i)
        to.push_back(std::uint8_t(value >> (8 * i)));
}

std::uint32_t perMetre(double value, Resolution::Unit unit)
{
    if (unit == Resolution::Unit::None)
        return 0;
    const double result = std::round(value / (unit == Resolution::Unit::Inch ? 0.0254 : 0.01));
    return result >= 1 && result < 10'000'000 ? std::uint32_t(result) : 0;
}

/// The file's head: the old 40-byte header that every program reads, or version 5 where a profile
/// or alpha must be told.
std::vector<std::uint8_t> headOf(const WriteJob& job, std::uint64_t stride, bool withProfile)
{
    const cv::Size size = job.rows.size();
    const int channels = CV_MAT_CN(job.rows.type());
    const bool modern = withProfile || channels == 4;
    const std::uint32_t dibSize = modern ? 124 : 40;
    const std::uint32_t offset = 14 + dibSize + (channels == 1 ? 1024 : 0);
    const auto pixelBytes = std::uint32_t(stride * std::uint64_t(size.height));
    const std::uint32_t profileBytes = withProfile ? std::uint32_t(job.info.icc.size()) : 0;
    const Resolution& resolution = job.info.resolution;

    std::vector<std::uint8_t> head = {'B', 'M'};
    put(head, offset + pixelBytes + profileBytes);
    put(head, 0);
    put(head, offset);
    put(head, dibSize);
    put(head, std::uint32_t(size.width));
    put(head, std::uint32_t(size.height));
    put(head, 1, 2);
    put(head, std::uint32_t(channels * 8), 2);
    put(head, channels == 4 ? 3 : 0); // BI_BITFIELDS or BI_RGB
    put(head, pixelBytes);
    put(head, perMetre(resolution.x, resolution.unit));
    put(head, perMetre(resolution.y, resolution.unit));
    put(head, channels == 1 ? 256 : 0);
    put(head, 0);
    if (modern) {
        for (const std::uint32_t mask : {0x00FF0000u, 0x0000FF00u, 0x000000FFu, 0xFF000000u})
            put(head, channels == 4 ? mask : 0);
        put(head, withProfile ? 0x4D424544 /* MBED */ : 0x73524742 /* sRGB */);
        head.resize(head.size() + 36 + 12); // end points and gammas, which a profile makes idle
        put(head, 4);                       // LCS_GM_IMAGES: perceptual
        put(head, withProfile ? dibSize + (offset - 14 - dibSize) + pixelBytes : 0);
        put(head, profileBytes);
        put(head, 0);
    }
    for (std::uint32_t grey = 0; channels == 1 && grey < 256; ++grey)
        put(head, grey * 0x010101);
    return head;
}

void writeBmp(WriteJob& job)
{
    const cv::Size size = job.rows.size();
    const int channels = CV_MAT_CN(job.rows.type());
    const std::uint64_t stride = (std::uint64_t(size.width) * unsigned(channels) + 3) / 4 * 4;
    if (stride * std::uint64_t(size.height) > 0xFFFFFFFFu - (64u << 20))
        job.fail(text("“%1” could not be written: the picture is too large for BMP.", {job.name}));
    const bool withProfile = !job.info.icc.empty() && job.info.icc != srgbProfile();
    const std::vector<std::uint8_t> head = headOf(job, stride, withProfile);
    if (!job.file.append(head.data(), head.size()))
        job.failEncoding("write");
    std::vector<std::uint8_t> block;
    job.forEachStrip([&](int firstRow, const cv::Mat& strip) {
        // Rows lie bottom up in the file, blue first.
        block.assign(stride * std::size_t(strip.rows), 0);
        for (int y = 0; y < strip.rows; ++y) {
            const std::uint8_t* from = strip.ptr(y);
            std::uint8_t* to = block.data() + stride * std::size_t(strip.rows - 1 - y);
            for (int x = 0; x < size.width; ++x, from += channels, to += channels) {
                for (int c = 0; c < channels; ++c)
                    to[c] = from[channels >= 3 && c < 3 ? 2 - c : c];
            }
        }
        const std::uint64_t below = std::uint64_t(size.height - firstRow - strip.rows);
        if (!job.file.writeAt(head.size() + below * stride, block.data(), block.size()))
            job.failEncoding("write");
    });
    if (withProfile && !job.file.append(job.info.icc.data(), job.info.icc.size()))
        job.failEncoding("write");
    job.needsSidecar = !job.info.metadata.isEmpty();
}

} // namespace

const FormatWriter bmpWriter = {0x7fffffff, writeBmp};

} // namespace autochrome::inline photo
