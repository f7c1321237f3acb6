#pragma once

#include <opencv2/core.hpp>
#include <string>

namespace autochrome::inline photo {

/// A small picture (CV_8UC1 or CV_8UC3, RGB) as a data: URL of a JPEG, for pages that need nothing
/// beside them.
std::string pictureData(const cv::Mat& picture);

} // namespace autochrome::inline photo
