#pragma once

#include "core/prints/lab_picture.h"
#include "core/prints/quad.h"

namespace autochrome::inline prints {

/// A quadrilateral whose sides were fitted to what is seen.
struct FittedQuad
{
    struct Side
    {
        double bedShare = 0;   ///< of its length, where the bed ends at it
        double edgeShare = 0;  ///< of its length, where an edge is seen at it
        double contrast = 0;   ///< median, in L* a* b*
        bool isCutOff = false; ///< it is the picture's own edge

        double share() const; ///< of its length that speaks for it
    };

    Quad quad;
    std::array<Side, 4> sides;

    int cutOff() const;     ///< sides that are the picture's own
    double weakest() const; ///< of the sides' shares, apart from those that are cut off
    double score() const;   ///< 0 to 1: how much speaks for it
};

/// Fits the sides to where the bed ends, seen from outside.
/// @param bed    CV_8U: not 0 where the bed is
/// @param start  in the plane of the mask
std::optional<FittedQuad> fittedToBed(const Quad& start, const cv::Mat& bed);

/// Fits the sides to the strongest edge near them, and tells how much of an edge there is.
/// @param reach  pixels to either side, in which an edge is looked for
void fitToEdges(FittedQuad& fitted, const LabPicture& picture, double reach);

} // namespace autochrome::inline prints
