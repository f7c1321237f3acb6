#pragma once

#include "core/photo/metadata/metadata.h"

#include <opencv2/core.hpp>

namespace autochrome::inline photo {

/// Moves what metadata say about places in the picture (faces and other regions, the subject) along
/// when a part of it is cut out. What lies partly outside is cut too, what lies outside goes.
/// @param toFramed  from the plane of the picture to that of the part, homogeneous, in pixels
/// @param before    pixels of the upright picture
/// @param after     pixels of the part
void framePlaces(Metadata& metadata, const cv::Matx33d& toFramed, cv::Size before, cv::Size after);

} // namespace autochrome::inline photo
