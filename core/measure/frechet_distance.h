#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline measure {

/// Frechet distance between two sets of feature vectors, each taken as a normal distribution
/// (Dowson & Landau 1982): |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)).
/// @param first, second  CV_32F or CV_64F, a vector a row, at least two rows each
double frechetDistance(const cv::Mat& first, const cv::Mat& second);

} // namespace autochrome::inline measure
