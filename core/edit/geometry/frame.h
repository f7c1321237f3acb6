#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>

namespace autochrome::inline edit {

/// What is kept of an upright source: a quadrilateral of it, which is shown as an upright
/// rectangle. A rectangle crops, one that lies aslant straightens, any other takes a perspective
/// out.
struct Frame
{
    /// Clockwise from the one that becomes the top left, before the result is rotated and flipped;
    /// pixels of the plane of the upright source, see GeometryMap.
    std::array<cv::Point2d, 4> corners;

    bool operator==(const Frame&) const = default;

    /// @param degrees  by which it is turned clockwise about its own centre
    static Frame ofRectangle(const cv::Rect2d& rectangle, double degrees = 0);

    /// The greatest frame about the middle of a photo that stays inside when the photo is turned
    /// clockwise by so many degrees: the frame itself lies at -degrees. Its sides are whole pixels,
    /// at least one.
    /// @param ratio  width by height of what it shows; 0: that of the greatest area
    static Frame straightening(cv::Size photo, double degrees, double ratio = 0);

    /// How far its top side is turned clockwise, above -180 to 180; 0 without a top side.
    double degrees() const;
    cv::Point2d centre() const; ///< mean of the corners

    /// What it shows, in pixels: the longer one of each two sides that face each other, at least 1.
    cv::Size size() const;

    bool isUpright() const; ///< a rectangle whose top is at the top
    /// The pixels that it shows as they are; none if it takes a resampling to show them.
    std::optional<cv::Rect> wholePixels() const;
    /// The nearest frame whose picture needs no resampling, or one that leaves the scale at 1: an
    /// upright one on whole pixels; of one aslant the sides are. What is no rectangle stays.
    Frame snapped() const;

    /// Whether it can be shown of a photo of that size: finite, convex, the right way round, at
    /// least a pixel long on each side, no more than a pixel outside the photo, and not drawn out
    /// into many times the photo's pixels.
    bool isValidFor(cv::Size photo) const;

    /// From the plane of what is shown, which reaches from (0, 0) to size(), to that of the source,
    /// in homogeneous coordinates.
    cv::Matx33d toSource() const;
};

} // namespace autochrome::inline edit
