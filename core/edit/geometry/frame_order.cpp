#include "core/edit/geometry/frame_order.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace autochrome::inline edit {
namespace {

std::optional<FrameOrder::Length> lengthOf(std::string_view text)
{
    FrameOrder::Length length;
    length.isPercent = text.ends_with('%');
    if (length.isPercent)
        text.remove_suffix(1);
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, length.value);
    const bool isNumber = read.ec == std::errc() && read.ptr == end && std::isfinite(length.value);
    if (!isNumber || length.value < 0 || (length.isPercent && length.value > 100))
        return std::nullopt;
    return length;
}

double pixelsOf(const FrameOrder::Length& length, int whole)
{
    return length.isPercent ? length.value / 100 * whole : length.value;
}

} // namespace

Result<std::optional<Frame>> FrameOrder::frameOf(const std::string& name, cv::Size photo) const
{
    const double degrees = straighten.value_or(0);
    Frame frame;
    if (crop) {
        const cv::Rect2d part(pixelsOf((*crop)[0], photo.width), pixelsOf((*crop)[1], photo.height),
                              pixelsOf((*crop)[2], photo.width),
                              pixelsOf((*crop)[3], photo.height));
        frame = Frame::ofRectangle(part, -degrees).snapped();
        if (!frame.isValidFor(photo))
            return failure(ErrorCode::Usage,
                           text("The part that is to be kept does not lie within “%1”, which has "
                                "%2 x %3 pixels.",
                                {name, std::to_string(photo.width), std::to_string(photo.height)}),
                           textOfCrop(*crop));
    } else {
        frame = Frame::straightening(photo, degrees);
    }
    const cv::Rect2d whole(0, 0, photo.width, photo.height);
    return frame == Frame::ofRectangle(whole) ? std::nullopt : std::optional(frame);
}

std::optional<FrameOrder::Crop> FrameOrder::cropOfText(std::string_view text)
{
    Crop crop;
    for (std::size_t i = 0; i < crop.size(); ++i) {
        const bool isLast = i + 1 == crop.size();
        const std::size_t end = isLast ? text.size() : text.find(',');
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto length = lengthOf(text.substr(0, end));
        if (!length)
            return std::nullopt;
        crop[i] = *length;
        text.remove_prefix(isLast ? end : end + 1);
    }
    const bool hasSides = crop[2].value > 0 && crop[3].value > 0;
    return hasSides ? std::optional(crop) : std::nullopt;
}

std::string FrameOrder::textOfCrop(const Crop& crop)
{
    std::string text;
    for (const Length& length : crop) {
        char digits[64];
        const auto end = std::to_chars(digits, digits + sizeof digits, length.value);
        if (!text.empty())
            text += ',';
        text.append(digits, end.ptr);
        if (length.isPercent)
            text += '%';
    }
    return text;
}

} // namespace autochrome::inline edit
