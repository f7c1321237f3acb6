#pragma once

#include "core/base/error.h"
#include "core/edit/geometry/frame.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace autochrome::inline edit {

/// What is to be kept of photos, as somebody says it who sees none of them.
struct FrameOrder
{
    struct Length
    {
        double value = 0;       ///< pixels, or …
        bool isPercent = false; ///< … of the photo's width or height

        bool operator==(const Length&) const = default;
    };
    /// Left and top, from 0 on; width and height, above 0. Of the upright photo.
    using Crop = std::array<Length, 4>;

    static constexpr double steepest = 45; ///< degrees

    std::optional<Crop> crop; ///< none: as much as straightening leaves
    /// By how many degrees the picture is turned clockwise, -steepest to steepest; without a crop
    /// to what has no empty corners then, with one about the crop's own centre.
    std::optional<double> straighten;
    // What is to be looked for in each photo; what is not found for certain leaves it as it is.
    bool toPrint = false; ///< in place of a crop: the edge of its print
    bool deskew = false;  ///< in place of degrees: what makes it stand upright

    bool operator==(const FrameOrder&) const = default;
    bool isNone() const
    {
        return !crop && !straighten && !toPrint && !deskew;
    } ///< whatever is kept for a photo holds

    /// The frame of an upright photo of that size, of what needs no look at it; none if that is the
    /// whole photo.
    /// @param name  of the photo, for the sentence
    /// Errors: Usage (the crop does not lie within the photo).
    Result<std::optional<Frame>> frameOf(const std::string& name, cv::Size photo) const;

    /// "X,Y,W,H", each of them pixels or, as "10%", percent; nothing for what is none.
    static std::optional<Crop> cropOfText(std::string_view text);
    static std::string textOfCrop(const Crop& crop);
};

} // namespace autochrome::inline edit
