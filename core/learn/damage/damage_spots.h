#pragma once

#include "core/learn/damage/damage_canvas.h"
#include "core/learn/data/random.h"

namespace autochrome::inline learn {

/// Something round, in any shape that dirt and flakes have.
struct BlobShape
{
    cv::Point2f centre;
    double radius = 1;    ///< pixels
    double roughness = 0; ///< of its outline, as a share of the radius
    double soft = 1;      ///< pixels over which its edge fades
    double strength = 1;
};
Coverage coverageOfBlob(const BlobShape& shape, cv::Size picture, Random& random);

/// Specks of dust: many, small, mostly light where they lay on a negative; clouds of them too.
void drawDust(DamageCanvas& canvas, double scale, Random& random);

/// One place where the layer came off.
void drawFlake(DamageCanvas& canvas, cv::Point2f at, double radius, float tone, Random& random);

/// Spots of mould, rust, ink and fingers, flakes that came off.
void drawSpots(DamageCanvas& canvas, double scale, Random& random);

/// A large place that got wet or dirty: darker or lighter, uneven, often with a rim where it dried.
void drawStain(DamageCanvas& canvas, double scale, Random& random);

/// A corner or an edge that is gone: the paper's white or what lies behind it, with a ragged rim.
void drawTear(DamageCanvas& canvas, double scale, Random& random);

} // namespace autochrome::inline learn
