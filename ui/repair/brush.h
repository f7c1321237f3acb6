#pragma once

#include "core/edit/geometry/geometry_map.h"
#include "core/edit/repair/repair_settings.h"

#include <optional>
#include <vector>

namespace autochrome {

/// A line while it is drawn on a photo as it lies, with a round brush. Pure arithmetic.
class Brush
{
public:
    /// Puts the brush down. @param at, radius  pixels of the photo as it lies
    Brush(const GeometryMap& map, cv::Point2d at, double radius, bool erases);

    bool erases() const { return erases_; }
    double radius() const { return radius_; }
    const std::vector<cv::Point2d>& way() const { return way_; } ///< of the photo as it lies

    /// Goes on. What is hardly another place is left out until the brush is lifted.
    void move(cv::Point2d to);
    /// Lifts the brush: what was drawn, in coordinates of the upright source.
    MaskStroke lifted() const;

    /// A stroke of the source as it is seen on the photo as it lies.
    static MaskStroke laid(const MaskStroke& stroke, const GeometryMap& map);

private:
    GeometryMap map_;
    double radius_;
    bool erases_;
    std::vector<cv::Point2d> way_;
    std::optional<cv::Point2d> last_; ///< left out so far
};

/// Which strokes a mask has beyond another that it was made of; none if it was not.
std::vector<MaskStroke> strokesSince(const DamageMask& earlier, const DamageMask& now);

} // namespace autochrome
