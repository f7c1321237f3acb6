#pragma once

#include "core/edit/colour/coefficient_rows.h"
#include "core/edit/tone/tone_settings.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// What is done to L* otherwise in every place of a photo: a factor and a summand, as two smooth
/// planes that are computed at reduced size. Both come of it together, the evening-out of an uneven
/// fading (see unevenness()) and local contrast: the distance from what a guided filter (He, Sun,
/// Tang 2010) of a sixteenth of the short side makes of the evened photo, times 2 at 1. That filter
/// keeps edges, so that no halo is seen along them.
class LightField
{
public:
    /// @param lightness   CV_32F, L*, reduced
    /// @param unevenness  CV_32F, see unevenness(); empty if none is to be taken out
    LightField(const cv::Mat& lightness, const cv::Mat& unevenness, const ToneSettings& settings);

    /// CV_32F, L* of the reduced photo after it.
    cv::Mat applied() const;

    /// The factor and the summand, each of them twice, for CoefficientRows.
    const CoefficientRows::Planes& planes() const { return planes_; }

private:
    void even(const cv::Mat& unevenness, double share);
    void sharpenLargely(double amount);

    cv::Mat lightness_;
    cv::Mat factor_;
    cv::Mat summand_;
    CoefficientRows::Planes planes_;
};

} // namespace autochrome::inline edit
