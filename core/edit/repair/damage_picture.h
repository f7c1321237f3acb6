#pragma once

#include "core/base/error.h"
#include "core/edit/geometry/geometry_map.h"
#include "core/edit/repair/repair_settings.h"

#include <filesystem>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// A mask with this file, by its whole path and its content. Errors: Usage, NotFound, Unreadable.
Result<DamageMask> maskOfFile(const std::filesystem::path& file);

/// A mask as pixels: CV_8U of the upright source's size, 255 where it is damaged. In the file it is
/// whatever is not black in any colour, at any depth; alpha does not count.
/// Errors: those of readPhoto(), and Usage: a file of another size, one whose format is lossy and
/// has no sharp edges, or one with another content than the mask was made with.
/// @param found  what else is damaged, below the strokes: CV_8U of that size, or empty
Result<cv::Mat> damagePicture(const DamageMask& mask, cv::Size source, const cv::Mat& found = {});

/// Draws a stroke into a picture of damage (CV_8U) in whose coordinates it is: 255, or 0 where it
/// takes away.
void drawStroke(cv::Mat& picture, const MaskStroke& stroke);

/// A picture of the upright source as it lies in the photo whose geometry was applied, and back;
/// pixels are taken as they are, none is mixed.
cv::Mat maskToPrepared(const cv::Mat& ofSource, const GeometryMap& map);
cv::Mat maskToSource(const cv::Mat& ofPrepared, const GeometryMap& map);

} // namespace autochrome::inline edit
