#pragma once

#include "core/base/message.h"
#include "core/edit/geometry/frame_order.h"

#include <opencv2/core.hpp>
#include <optional>
#include <string>

namespace autochrome::inline prints {

/// What a look at a photo said of the frame that somebody wants found.
struct AutomaticFrame
{
    std::optional<Frame> frame; ///< none: it was not found, or the photo stands upright and whole
    Message notice;             ///< why it was not found, a sentence; empty if it was
};

/// The frame around the one print of a scan. None where there is none for certain, or several.
/// @param name  of the photo, for the sentence
AutomaticFrame frameOfPrint(const std::string& name, const cv::Mat& pixels);

/// The greatest frame in which a photo stands upright: by the edge of its one print or, if there is
/// none, by its own straight lines.
AutomaticFrame levelFrame(const std::string& name, const cv::Mat& pixels);

/// Carries out an order, also where it says that the frame is to be found. What is not found for
/// certain leaves the photo as it is. Errors: those of FrameOrder::frameOf().
/// @param pixels  of the upright photo
Result<AutomaticFrame> orderedFrame(const FrameOrder& order, const std::string& name,
                                    const cv::Mat& pixels);

} // namespace autochrome::inline prints
