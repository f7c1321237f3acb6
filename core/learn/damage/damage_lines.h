#pragma once

#include "core/learn/damage/damage_canvas.h"
#include "core/learn/data/random.h"

namespace autochrome::inline learn {

inline constexpr double fullTurn = 2 * std::numbers::pi;

/// A number between two positive ones, each order of magnitude as likely as the others.
double drawLogarithmic(Random& random, double from, double to);

/// A path that goes on at about a length from place to place, turning a little each time.
struct PathShape
{
    double length = 100; ///< pixels
    double step = 6;     ///< pixels
    double turn = 0.1;   ///< standard deviation of a turn, radians
    double bend = 0;     ///< of the whole path, radians
};
std::vector<cv::Point2f> drawPath(cv::Point2f from, double direction, const PathShape& shape,
                                  Random& random);

// Damage that is long and thin. `scale` is how many pixels of the scan are one of a small one.

/// Straight or slightly bent, even, fading in and out, now and then interrupted: what scratched it
/// slipped over it. Often several lie side by side.
void drawScratches(DamageCanvas& canvas, double scale, Random& random);

/// Where the layer broke: jagged, of changing width, with branches and flakes broken off, light
/// where the paper shows, and often with a shadow on one side.
void drawCrack(DamageCanvas& canvas, double scale, Random& random);

/// Nearly straight across the whole print: a light ridge beside a dark one, soft, with cracks in it
/// here and there. The two sides may differ in brightness; that is no damage that can be filled.
void drawFold(DamageCanvas& canvas, double scale, Random& random);

/// Curly, of one width, dark or light all along.
void drawHair(DamageCanvas& canvas, double scale, Random& random);

} // namespace autochrome::inline learn
