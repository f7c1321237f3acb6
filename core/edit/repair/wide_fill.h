#pragma once

#include "core/base/progress.h"
#include "core/edit/repair/grain.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Fills the WideDamage (see FillState) within a box with patches of the photo that lie near it,
/// from coarse to fine, so that whole structures go on: each pixel is what the patches say that fit
/// best over it. Cf. Wexler, Shechtman, Irani, Space-Time Completion of Video (2007), with the
/// search of Barnes et al., PatchMatch (2009). Large boxes are gone through in tiles, each of which
/// takes what the ones before it made for sound.
/// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels; alpha stays as it is
/// @param state   CV_8U; becomes WideFilled, or Unknowable where there is nothing to take patches
/// from
/// @param grain  what is put back where several patches were averaged
void fillWideDamage(cv::Mat& pixels, cv::Mat& state, const cv::Rect& box, const Grain& grain,
                    const Progress& progress);

} // namespace autochrome::inline edit
