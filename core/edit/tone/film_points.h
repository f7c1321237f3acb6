#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// What a scanned negative reaches from and to: where no light fell on it there is nothing but its
/// base, the lightest place; where most did, it is densest.
struct FilmPoints
{
    double densest = 0; ///< L*; becomes white
    double base = 100;  ///< L*; becomes black

    /// Of the scan's own histogram, as foundLevels() looks at it. What has next to no range is
    /// only turned round.
    /// @param lightness  CV_32F, L*, reduced
    /// @param area       CV_8U, see photoArea()
    static FilmPoints of(const cv::Mat& lightness, const cv::Mat& area);

    /// L* of the print that the negative makes: a line through both points, which have the room of
    /// FoundLevels; what lies beyond them has the rest. Thus the base's density is taken out.
    double positive(double lightness) const;
    cv::Mat positive(const cv::Mat& lightness) const; ///< CV_32F
};

} // namespace autochrome::inline edit
