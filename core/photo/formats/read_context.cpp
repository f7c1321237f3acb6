#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/memory_room.h"

namespace autochrome::inline photo {

void ReadContext::failTruncated(std::string detail) const
{
    throw ReadFailure(ErrorCode::Corrupt,
                      text("“%1” is cut short: the file ends before the picture does.", {name}),
                      std::move(detail));
}

void ReadContext::failCorrupt(std::string detail) const
{
    throw ReadFailure(ErrorCode::Corrupt,
                      text("“%1” is damaged: its picture cannot be decoded.", {name}),
                      std::move(detail));
}

void ReadContext::failUnsupported(Message message, std::string detail) const
{
    throw ReadFailure(ErrorCode::UnsupportedFormat, std::move(message), std::move(detail));
}

void ReadContext::failNoPage() const
{
    throw ReadFailure(ErrorCode::NotFound,
                      text("“%1” has no page %2.", {name, std::to_string(page)}));
}

void ReadContext::requireRoom(const PixelTarget& target, std::uint64_t width, std::uint64_t height,
                              int type, int rowsAtOnce, std::uint64_t workBytes) const
{
    if (width == 0 || height == 0)
        failCorrupt("no width or no height");
    // OpenCV counts rows and columns in int; the product below then cannot overflow 64 bits.
    const bool sane =
        width <= (1u << 30) && height <= (1u << 30) && width * height <= maximumPixels;
    const std::uint64_t needed =
        sane ? target.room(cv::Size(int(width), int(height)), type, rowsAtOnce) + workBytes : 0;
    // Small pictures always fit; asking the machine would cost more than they do.
    if (sane && (needed < (std::uint64_t(64) << 20) || needed <= availableMemory()))
        return;
    throw ReadFailure(ErrorCode::TooLarge,
                      text("“%1” says it is %2 × %3 pixels, which is more than the memory of this "
                           "computer can hold.",
                           {name, std::to_string(width), std::to_string(height)}),
                      std::to_string(needed) + " bytes");
}

void ReadContext::reportRows(int done, int all) const
{
    progress.checkpoint();
    progress.report(double(done) / all, text("Reading “%1”", {name}));
}

} // namespace autochrome::inline photo
