#pragma once

#include "core/edit/restoration.h"
#include "core/edit/tone/tone_stage.h"

#include <memory>

class QWidget;

namespace autochrome {

/// A made-up photo and its renderings through the real stages, with a model of random weights.
class ViewedPhoto
{
public:
    /// Smooth grey structures with fine detail. `type`: CV_8U or CV_16U, 1, 3 or 4 channels.
    explicit ViewedPhoto(cv::Size size, int type = CV_8UC1);

    std::shared_ptr<const Photo> photo() const { return restoration_.upright(); }
    Rendering rendering(double strength = 1);
    /// The photo, so many stops lighter; no network is asked.
    std::shared_ptr<const Prepared> lighter(double stops);

private:
    Restoration restoration_;
};

/// Grey pixels as in ViewedPhoto.
cv::Mat greyScene(cv::Size size, int type);

} // namespace autochrome
