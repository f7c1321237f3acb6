#pragma once

#include "core/learn/data/random.h"

#include <vector>

namespace autochrome::inline learn {

/// The faults that one training sample gets, each on some of the samples and mild enough that the
/// scene stays readable. Applied in this order, in which they come about: the print fades, is
/// copied or printed, gets dirty, is scanned. Lengths are pixels of the sample, places shares of
/// its sides, values L*/100.
struct OldPrintFaults
{
    struct Point
    {
        double x = 0;
        double y = 0;
    };
    struct Speck
    {
        Point centre;
        double radius = 0;
        double value = 0;
    };
    struct Scratch
    {
        std::vector<Point> points;
        double value = 0;
    };

    double gamma = 1;
    double black = 0; ///< what 0 becomes
    double white = 1; ///< what 1 becomes
    double slope = 0; ///< of brightness, over the whole side: a fallen-off flash, a bleached side
    double slopeAngle = 0;
    double blur = 0;   ///< sigma
    double grain = 0;  ///< standard deviation, at half the sample's resolution
    double screen = 0; ///< strength of a halftone's dots: a turned cosine, stronger in mid tones
    double screenPeriod = 1;
    double screenAngle = 0;
    std::vector<Speck> dust; ///< white where it lay on the copied print, dark where on the glass
    std::vector<Scratch> scratches;
    int jpegQuality = 0; ///< 0: none

    static OldPrintFaults draw(Random& random);
};

} // namespace autochrome::inline learn
