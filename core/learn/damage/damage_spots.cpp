#include "core/learn/damage/damage_spots.h"

#include "core/learn/damage/damage_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline learn {
namespace {

cv::Point2f within(cv::Size size, Random& random)
{
    const double x = random.uniform(0, size.width);
    return {float(x), float(random.uniform(0, size.height))};
}

// Smooth noise in about [-1, 1] whose features are so many pixels large.
cv::Mat_<float> smoothNoise(cv::Size size, double feature, Random& random)
{
    cv::Mat_<float> coarse(cvCeil(size.height / feature) + 2, cvCeil(size.width / feature) + 2);
    for (float& value : coarse)
        value = float(random.uniform(-1, 1));
    cv::Mat_<float> noise;
    cv::resize(coarse, noise, size, 0, 0, cv::INTER_CUBIC);
    return noise;
}

// Tones of bare paper, or of what lies behind it.
cv::Mat_<float> paperTones(cv::Size size, float tone, Random& random)
{
    cv::Mat_<float> tones = smoothNoise(size, random.uniform(2, 12), random);
    const double strength = random.uniform(0, 0.06);
    for (float& value : tones)
        value = tone + float(value * strength);
    return tones;
}

} // namespace

Coverage coverageOfBlob(const BlobShape& shape, cv::Size picture, Random& random)
{
    std::array<double, 6> lobes{}, phases{};
    for (std::size_t i = 0; i < lobes.size(); ++i) {
        lobes[i] = random.normal() * shape.roughness / std::sqrt(double(i + 1));
        phases[i] = random.uniform(0, fullTurn);
    }
    const double reach = shape.radius * (1 + 2.5 * shape.roughness) + shape.soft + 1;
    Coverage coverage;
    coverage.where = cv::Rect(cvFloor(shape.centre.x - reach), cvFloor(shape.centre.y - reach),
                              cvCeil(2 * reach) + 1, cvCeil(2 * reach) + 1) &
                     cv::Rect({}, picture);
    coverage.share = cv::Mat_<float>::zeros(coverage.where.size());
    for (int y = 0; y < coverage.where.height; ++y)
        for (int x = 0; x < coverage.where.width; ++x) {
            const double dx = x + coverage.where.x - shape.centre.x;
            const double dy = y + coverage.where.y - shape.centre.y;
            double radius = shape.radius;
            if (shape.roughness > 0 && shape.radius > 1) {
                const double angle = std::atan2(dy, dx);
                double factor = 1;
                for (std::size_t i = 0; i < lobes.size(); ++i)
                    factor += lobes[i] * std::cos(double(i + 1) * angle + phases[i]);
                radius *= std::clamp(factor, 0.3, 2.2);
            }
            const double inside = (radius - std::hypot(dx, dy)) / shape.soft + 0.5;
            const double most = std::min(1.0, 3 * radius * radius); // of a speck below a pixel
            coverage.share(y, x) = float(std::clamp(inside, 0.0, most) * shape.strength);
        }
    return coverage;
}

void drawDust(DamageCanvas& canvas, double scale, Random& random)
{
    const double light = random.chance(0.7) ? 0.95 : 0.1;
    const int count = int(drawLogarithmic(random, 3, 110));
    const bool isCloud = random.chance(0.3);
    const cv::Point2f middle = within(canvas.size(), random);
    const double spread = random.uniform(8, 50) * scale;
    for (int i = 0; i < count; ++i) {
        BlobShape speck;
        speck.centre = isCloud ? middle + cv::Point2f(float(random.normal() * spread),
                                                      float(random.normal() * spread))
                               : within(canvas.size(), random);
        speck.radius = drawLogarithmic(random, 0.35, 1.8) * scale;
        speck.roughness = 0.25;
        speck.strength = random.uniform(0.4, 1);
        const float tone =
            float(random.chance(light) ? random.uniform(0.7, 1) : random.uniform(0, 0.25));
        if (random.chance(0.2)) { // a fibre
            const cv::Point2f end = speck.centre + cv::Point2f(float(random.normal() * 3 * scale),
                                                               float(random.normal() * 3 * scale));
            const float width = float(std::min(1.4, speck.radius) * 1.2);
            canvas.cover(coverageOfStroke({{speck.centre, width, float(speck.strength)},
                                           {end, width, float(speck.strength)}},
                                          canvas.size()),
                         tone, DamageKind::Spot);
            continue;
        }
        canvas.cover(coverageOfBlob(speck, canvas.size(), random), tone, DamageKind::Spot);
    }
}

void drawFlake(DamageCanvas& canvas, cv::Point2f at, double radius, float tone, Random& random)
{
    BlobShape flake{at, std::max(0.6, radius), 0.35, 1, random.uniform(0.8, 1)};
    if (radius > 2 && random.chance(0.5)) { // its edge throws a shadow
        BlobShape rim = flake;
        rim.radius *= 1.2;
        rim.centre += cv::Point2f(float(random.uniform(-1, 1)), float(random.uniform(-1, 1)));
        rim.strength = random.uniform(0.3, 0.8);
        canvas.cover(coverageOfBlob(rim, canvas.size(), random), tone > 0.5f ? 0.1f : 0.9f,
                     DamageKind::Spot);
    }
    const Coverage coverage = coverageOfBlob(flake, canvas.size(), random);
    if (!coverage.where.empty())
        canvas.cover(coverage, paperTones(coverage.where.size(), tone, random), DamageKind::Spot);
}

void drawSpots(DamageCanvas& canvas, double scale, Random& random)
{
    const int count = int(drawLogarithmic(random, 1, 14));
    const bool isFlaking = random.chance(0.5);
    for (int i = 0; i < count; ++i) {
        const cv::Point2f at = within(canvas.size(), random);
        const double radius = drawLogarithmic(random, 1.5, 9) * scale;
        const float tone =
            float(random.chance(0.6) ? random.uniform(0.72, 1) : random.uniform(0, 0.25));
        if (isFlaking) {
            drawFlake(canvas, at, radius, tone, random);
            continue;
        }
        const BlobShape spot{at, radius, random.uniform(0.05, 0.3),
                             random.uniform(1, std::max(1.0, radius)), random.uniform(0.3, 1)};
        canvas.cover(coverageOfBlob(spot, canvas.size(), random), tone, DamageKind::Spot);
    }
}

void drawStain(DamageCanvas& canvas, double scale, Random& random)
{
    BlobShape shape{within(canvas.size(), random), drawLogarithmic(random, 8, 45) * scale,
                    random.uniform(0.1, 0.35), 1, 1};
    shape.soft =
        random.chance(0.5) ? random.uniform(1, 4) : shape.radius * random.uniform(0.2, 0.5);
    Coverage coverage = coverageOfBlob(shape, canvas.size(), random);
    if (coverage.where.empty())
        return;
    const float difference =
        float(random.chance(0.65) ? -1 : 1) * float(random.uniform(0.08, 0.35));
    if (random.chance(0.4)) {
        // Water carries the dirt to where it dries.
        cv::Mat wide, rim;
        cv::GaussianBlur(coverage.share, wide, {}, random.uniform(1.5, 3.5));
        cv::absdiff(coverage.share, wide, rim);
        coverage.share = cv::min(1.0, coverage.share * random.uniform(0.1, 0.6) + 2.0 * rim);
    }
    const cv::Mat_<float> noise =
        smoothNoise(coverage.where.size(), random.uniform(4, 20) * scale, random);
    coverage.share = coverage.share.mul(cv::Mat(0.75 + 0.25 * noise));
    coverage.share = cv::max(0.0, cv::min(1.0, coverage.share));
    canvas.shade(coverage, difference, DamageKind::Area);
}

void drawTear(DamageCanvas& canvas, double scale, Random& random)
{
    const cv::Size size = canvas.size();
    const bool isCorner = random.chance(0.6);
    const double side = fullTurn / 4 * double(random.below(4));
    const double angle = isCorner ? side + fullTurn / 8 + random.uniform(-0.4, 0.4)
                                  : side + random.uniform(-0.1, 0.1);
    const cv::Point2d normal(std::cos(angle), std::sin(angle));
    // How far the picture reaches in that direction, and how much of it is gone.
    const double reach = (std::abs(normal.x) * size.width + std::abs(normal.y) * size.height) / 2;
    const double edge = reach - drawLogarithmic(random, 4, 0.35 * size.width);
    const int half = size.width + size.height; // more than the edge is long on either side
    const cv::Size along(2 * half + 1, 1);
    cv::Mat_<float> ragged = smoothNoise(along, random.uniform(4, 14) * scale, random);
    ragged += 0.35 * smoothNoise(along, 2, random);
    const double raggedness = random.uniform(0.6, 4) * scale;
    const double rim = random.uniform(0.8, 4) * scale;
    const bool hasRim = random.chance(0.7);
    const float tone = float(random.chance(0.5) ? random.uniform(0.75, 1) : random.uniform(0, 0.3));
    Coverage gone{cv::Rect({}, size), cv::Mat_<float>::zeros(size)};
    Coverage paper{cv::Rect({}, size), cv::Mat_<float>::zeros(size)};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double dx = x - size.width / 2.0;
            const double dy = y - size.height / 2.0;
            const double beyond = dx * normal.x + dy * normal.y - edge +
                                  ragged(0, int(half + dy * normal.x - dx * normal.y)) * raggedness;
            gone.share(y, x) = float(std::clamp(beyond + 0.5, 0.0, 1.0));
            paper.share(y, x) = float(std::clamp(beyond + rim + 0.5, 0.0, 1.0));
        }
    if (hasRim)
        canvas.cover(paper, paperTones(size, float(random.uniform(0.8, 1)), random),
                     DamageKind::Area);
    canvas.cover(gone, paperTones(size, tone, random), DamageKind::Area);
}

} // namespace autochrome::inline learn
