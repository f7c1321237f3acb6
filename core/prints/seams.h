#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline prints {

/// Cuts a picture apart where a straight edge crosses all that lies on it, and what is left in the
/// same way: prints that touch.
/// @param lab    CV_32FC3, upright
/// @param lying  CV_8U of its size: not 0 where something lies
/// @return in pixels; what does not fill a rectangle is left out
std::vector<cv::Rect> partsBySeams(const cv::Mat& lab, const cv::Mat& lying);

/// The pictures on a strip of film, between its two margins. None if it does not look like one.
/// @param lab  CV_32FC3, the strip upright, lying or standing
std::vector<cv::Rect> picturesOnFilm(const cv::Mat& lab);

} // namespace autochrome::inline prints
