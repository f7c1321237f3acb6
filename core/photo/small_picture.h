#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/photo/photo_id.h"

#include <opencv2/core.hpp>

namespace autochrome::inline photo {

/// A small version of a photo file, at most `largestSide` pixels a side: CV_8U, 1, 3 or 4 channels
/// as Photo has them, upright, without its profile. Takes the time of decoding the file, but memory
/// for no more than a strip of it (where the format allows that), and looks at nothing else in it.
/// Errors: those of readPhoto().
Result<cv::Mat> readSmallPicture(const PhotoId& photo, int largestSide,
                                 const Progress& progress = Progress());

} // namespace autochrome::inline photo
