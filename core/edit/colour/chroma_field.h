#pragma once

#include "core/edit/colour/chroma_map.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Chroma as an edge-aware linear function of lightness, made once per photo and chroma map, so
/// that any strip or any zoom level of the photo can be coloured on its own, in one pass, without
/// seams. A guided filter (He, Sun, Tang 2013) that is fitted on the chroma map's own grid (as the
/// fast variant, He & Sun 2015, arXiv:1505.00996) and adds to the bilinear chroma what the fine
/// lightness has beyond the coarse one: chroma = bilinear + slope * (L* - coarse L*).
class ChromaField
{
public:
    /// Short side of the lightness that the filter works at, pixels.
    static constexpr int workingSize = 512;

    ChromaField() = default;

    /// @param chroma     from SceneColours::at()
    /// @param lightness  CV_32F, L* of the whole upright photo, short side about 512
    /// (area-averaged)
    ChromaField(const ChromaMap& chroma, const cv::Mat& lightness);

    /// The baseline: chroma between the map's cells by bilinear interpolation, blind to edges.
    static ChromaField bilinear(const ChromaMap& chroma);

    bool isEmpty() const { return coefficients_.empty(); }
    /// CV_32FC4 (slope a, offset a, slope b, offset b): a* = slope * L* + offset.
    const cv::Mat& coefficients() const { return coefficients_; }

private:
    cv::Mat coefficients_;
};

} // namespace autochrome::inline edit
