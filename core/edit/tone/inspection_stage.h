#pragma once

#include "core/edit/detail/detail_stage.h"
#include "core/edit/tone/tone_settings.h"
#include "core/photo/profile/colour_space.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// What the tones ask a photo itself about. That takes its time, and does not change while a slider
/// is moved.
struct ToneQuestions
{
    bool lightness = false;  ///< reduced, and which part of a scan is the photo
    bool unevenness = false; ///< see unevenness()

    bool operator==(const ToneQuestions&) const = default;

    static ToneQuestions of(const ToneSettings& settings);
};

/// A photo and what it answered; matrices are empty where it was not asked. Never written to.
struct InspectedPhoto
{
    std::shared_ptr<const DetailedPhoto> detailed;
    ColourSpace space;
    cv::Mat lightness;  ///< CV_32F, L*, reduced
    cv::Mat area;       ///< CV_8U, see photoArea()
    cv::Mat unevenness; ///< CV_32F, see unevenness()
};

extern const Stage<DetailedPhoto, ToneQuestions, InspectedPhoto> inspectionStage;

} // namespace autochrome::inline edit
