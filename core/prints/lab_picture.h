#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline prints {

/// A small version of a photo, in which edges are looked for.
struct LabPicture
{
    cv::Mat lab;      ///< CV_32FC3: L* a* b* of the pixels taken as sRGB
    double scale = 1; ///< its pixels by those of the photo

    /// @param pixels  CV_8U or CV_16U, 1, 3 (R, G, B) or 4 channels
    static LabPicture of(const cv::Mat& pixels, int largestSide);
    LabPicture smaller(int largestSide) const;

    /// L* a* b* at a place of its plane, between the middles of pixels; beyond its edges that of
    /// the nearest pixel.
    cv::Vec3f at(cv::Point2d place) const;
};

} // namespace autochrome::inline prints
