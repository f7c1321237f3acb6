#pragma once

#include "core/edit/restoration.h"
#include "core/edit/tone/tone_stage.h"
#include "tests/edit/lightness_scene.h"
#include "tests/support/reference_lightness.h"

#include <memory>
#include <opencv2/core.hpp>

namespace autochrome {

inline std::shared_ptr<const Prepared> preparedOf(const Photo& photo, const ToneSettings& tone)
{
    Recipe recipe;
    recipe.tone = tone;
    return Restoration(photo).prepare(recipe).value();
}

/// L* by a second opinion, CV_64F.
inline cv::Mat lightnessOf(const cv::Mat& pixels, const std::vector<std::uint8_t>& icc = {})
{
    cv::Mat planes[3];
    cv::split(referenceLab(pixels, icc), planes);
    return planes[0];
}

/// L* of a grey photo of such L* when it has those tones.
inline cv::Mat tonedLightness(const cv::Mat& lightness, const ToneSettings& tone,
                              int depth = CV_16U)
{
    return lightnessOf(preparedOf(photoOfLightness(lightness, depth), tone)->photo->pixels);
}

inline ToneSettings automatic()
{
    return {.levels = ToneLevels::Auto};
}

} // namespace autochrome
