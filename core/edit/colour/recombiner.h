#pragma once

#include "core/edit/colour/chroma_field.h"
#include "core/photo/profile/colour_space.h"

#include <memory>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// How chroma is laid over the photo. Changing these never reruns the network.
struct RecombineSettings
{
    double strength = 1; ///< factor on the chroma, 0 (grey) to 2

    bool operator==(const RecombineSettings&) const = default;
};

/// What is done with the tint of the scan itself (sepia, cyanotype, yellowed paper).
enum class TintHandling {
    Drop, ///< take only the luminance (default)
    Keep  ///< add the network's chroma to the scan's own
};

/// Lays chroma over pixels, keeping L*: at every pixel the result's L* is the source's (within 0.5
/// in 8 bit, 0.02 in 16 bit); a colour that does not fit its space has its chroma shrunk along its
/// hue, never clipped. Immutable and thread-safe; copies share everything.
class Recombiner
{
public:
    /// @param space  of the source's pixels; the result is in space.resultSpace()
    Recombiner(ColourSpace space, ChromaField field, RecombineSettings settings, TintHandling tint);

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
