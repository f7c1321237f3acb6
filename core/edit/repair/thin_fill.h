#pragma once

#include "core/base/progress.h"
#include "core/edit/repair/grain.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Fills the ThinDamage (see FillState) of a photo: each pixel is what kriging makes of the sound
/// ones around it. That is the linear estimate of least error under the covariance that the
/// neighbourhood shows (how rough it is, how much of that is grain, along which direction its edges
/// run), about a slope of its own, so that constants and ramps come out exactly and edges go on.
/// Cf. N. Cressie, Statistics for Spatial Data (1993), 3.4: universal kriging.
///
/// Only sound pixels are looked at, so nothing depends on an order; all colours of a pixel get the
/// same weights, which keeps a tint, and alpha stays as it is.
/// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels; written to where there is ThinDamage
/// @param state   CV_8U; becomes ThinFilled, or Unknowable where nothing sound is near
/// @param grain   what is put back where the estimate has averaged it away
void fillThinDamage(cv::Mat& pixels, cv::Mat& state, const Grain& grain, const Progress& progress);

} // namespace autochrome::inline edit
