#pragma once

#include "core/edit/colour/chroma_field.h"
#include "core/edit/finish/finish_settings.h"
#include "core/photo/profile/colour_space.h"

#include <memory>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Lays chroma over pixels, keeping L*: at every pixel the result's L* is the source's (within 0.5
/// in 8 bit, 0.02 in 16 bit); a colour that does not fit its space has its chroma shrunk along its
/// hue, never clipped. Immutable and thread-safe; copies share everything.
class Recombiner
{
public:
    /// @param space  of the source's pixels; the result is in space.resultSpace()
    Recombiner(ColourSpace space, const ChromaField& field, const FinishSettings& settings);

    /// Colours a region, using every core.
    /// @param source  pixels of the region at any zoom, CV_8U/CV_16U, 1/3/4 channels
    /// @param where   what part of the photo they cover, as fractions of its width and height
    /// @param result  CV_8U/CV_16U like the source, 3 channels (4 if the source has alpha)
    void colourise(const cv::Mat& source, const cv::Rect2d& where, cv::Mat& result) const;

    const ColourSpace& space() const;
    const ColourSpace& resultSpace() const;

private:
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

} // namespace autochrome::inline edit
