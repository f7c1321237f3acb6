#include "core/base/text.h"
#include "core/photo/formats/format_writer.h"

#include <algorithm>
#include <cstring>

namespace autochrome::inline photo {

void RowDigest::add(int firstRow, const cv::Mat& rows)
{
    const std::size_t bytes = std::size_t(rows.cols) * rows.elemSize();
    for (int y = 0; y < rows.rows; ++y) {
        const std::uint8_t* at = rows.ptr(y);
        std::uint64_t hash = 0x9E3779B97F4A7C15u * std::uint64_t(firstRow + y + 1);
        std::size_t left = bytes;
        for (; left > 0; left -= std::min<std::size_t>(left, 8), at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, std::min<std::size_t>(left, 8));
            hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
            hash ^= hash >> 32;
        }
        sum_ += hash;
    }
}

void WriteJob::fail(Message message, std::string detail) const
{
    throw WriteFailure(ErrorCode::WriteFailed, std::move(message), std::move(detail));
}

void WriteJob::failEncoding(const std::string& detail) const
{
    file.check();
    fail(text("“%1” could not be written as %2.", {name, formatName(options.format)}), detail);
}

void WriteJob::forEachStrip(const std::function<void(int, const cv::Mat&)>& take)
{
    const cv::Size size = rows.size();
    const int step = std::clamp((1 << 20) / std::max(1, size.width), 64, 256);
    cv::Mat strip;
    for (int y = 0; y < size.height; y += step) {
        progress.checkpoint();
        const int count = std::min(step, size.height - y);
        if (strip.rows != count)
            strip.create(count, size.width, rows.type());
        rows.read(y, strip);
        CV_Assert(strip.type() == rows.type() && strip.cols == size.width && strip.rows == count);
        if (lossless)
            digest.add(y, strip);
        take(y, strip);
        progress.report(double(y + count) / size.height, text("Writing “%1”", {name}));
    }
}

} // namespace autochrome::inline photo
