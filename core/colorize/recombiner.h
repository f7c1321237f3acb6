#pragma once

#include "core/colorize/chroma_map.h"
#include "core/photo/colour_space.h"

#include <memory>
#include <opencv2/core.hpp>

namespace autochrome {

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

/// Chroma as an edge-aware linear function of lightness, made once per photo and chroma map: the
/// coefficients of a guided filter (He, Sun, Tang 2013; fast variant He & Sun 2015,
/// arXiv:1505.00996) at low resolution, so that any strip or any zoom level of the photo can be
/// coloured on its own, in one pass, without seams.
class ChromaField
{
public:
    ChromaField() = default;

    /// @param chroma     from Colorizer::predict()
    /// @param lightness  CV_32F, L* of the whole upright photo, short side about 512 (area-averaged)
    ChromaField(const ChromaMap& chroma, const cv::Mat& lightness);

    bool isEmpty() const { return coefficients_.empty(); }
    /// CV_32FC4 (slope a, offset a, slope b, offset b): a* = slope * L* + offset.
    const cv::Mat& coefficients() const { return coefficients_; }

private:
    cv::Mat coefficients_;
};

/// Lays chroma over pixels, keeping L*: at every pixel the result's L* is the source's (within 0.5
/// in 8 bit, 0.02 in 16 bit); a colour that does not fit its space has its chroma shrunk along its
/// hue, never clipped. Immutable and thread-safe.
class Recombiner
{
public:
    /// @param space  of the source's pixels; the result is in space.resultSpace()
    Recombiner(ColourSpace space, ChromaField field, RecombineSettings settings,
               TintHandling tint);

    /// Colours a region, using every core.
    /// @param source  pixels of the region at any zoom, CV_8U/CV_16U, 1/3/4 channels
    /// @param where   what part of the photo they cover, as fractions of its width and height
    /// @param result  CV_8U/CV_16U like the source, 3 channels (4 if the source has alpha)
    void colourise(const cv::Mat& source, const cv::Rect2d& where, cv::Mat& result) const;

private:
    ColourSpace space_;
    ColourSpace resultSpace_;
    ChromaField field_;
    RecombineSettings settings_;
    TintHandling tint_;
};

} // namespace autochrome
