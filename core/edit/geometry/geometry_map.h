#pragma once

#include "core/edit/geometry/geometry_settings.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Where a place of the upright source lies in the photo whose geometry was applied, and the other
/// way round. Whatever a person places by hand is kept in coordinates of the source. They are those
/// of the plane: (0, 0) is the corner of the first pixel, (width, height) that of the last, the
/// middle of pixel (x, y) is (x + 0.5, y + 0.5).
class GeometryMap
{
public:
    GeometryMap() = default;
    /// A frame that cannot be shown of a source of that size counts as none.
    GeometryMap(cv::Size source, const GeometrySettings& settings);

    cv::Size sourceSize() const { return source_; } ///< pixels, upright
    cv::Size preparedSize() const;                  ///< pixels
    bool isIdentity() const { return settings_.isIdentity(); }
    const std::optional<Frame>& frame() const { return settings_.frame; }

    cv::Point2d toPrepared(cv::Point2d source) const;
    cv::Point2d toSource(cv::Point2d prepared) const;
    /// Of an area the least upright one around it.
    cv::Rect2d toPrepared(const cv::Rect2d& source) const;
    cv::Rect2d toSource(const cv::Rect2d& prepared) const;

private:
    cv::Size source_;
    GeometrySettings settings_;
    cv::Size framed_; ///< what the frame shows, before it is turned
    cv::Matx33d toFramed_ = cv::Matx33d::eye();
    cv::Matx33d fromFramed_ = cv::Matx33d::eye();
};

} // namespace autochrome::inline edit
