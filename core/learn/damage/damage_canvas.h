#pragma once

#include "core/network/damage/damage_kind.h"

#include <array>
#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline learn {

/// A place on a line that is drawn: the line's width there in pixels, and how much of what lies
/// below it covers, 0 to 1.
struct StrokePoint
{
    cv::Point2f at;
    float width = 1;
    float strength = 1;
};

/// The share of each pixel that something covers, over a part of a picture.
struct Coverage
{
    cv::Rect where;        ///< inside the picture
    cv::Mat_<float> share; ///< of where's size, in [0, 1]
};

/// A line through the points, with soft edges of one pixel; exact where it is thinner than that.
Coverage coverageOfStroke(const std::vector<StrokePoint>& points, cv::Size picture);

/// A grey photo that gets damage, beside the same photo without any. What belongs to the photo
/// rather than to the damage is done to both.
class DamageCanvas
{
public:
    /// @param sound  CV_32F in [0, 1]
    explicit DamageCanvas(cv::Mat_<float> sound);

    cv::Size size() const { return sound_.size(); }

    /// Lays a tone over what is covered. @param tone  in [0, 1]
    void cover(const Coverage& coverage, float tone, DamageKind kind);
    /// The same with a tone for each pixel, of the coverage's size.
    void cover(const Coverage& coverage, const cv::Mat_<float>& tones, DamageKind kind);
    /// Brightens what is covered by so much, or darkens it.
    void shade(const Coverage& coverage, float difference, DamageKind kind);

    cv::Mat_<float>& sound() { return sound_; }
    cv::Mat_<float>& damaged() { return damaged_; }
    /// The share of each pixel that damage of that kind covers; not of Any.
    cv::Mat_<float>& share(DamageKind kind) { return shares_[std::size_t(kind)]; }

private:
    void note(const Coverage& coverage, DamageKind kind);

    cv::Mat_<float> sound_;
    cv::Mat_<float> damaged_;
    std::array<cv::Mat_<float>, damageKinds> shares_;
};

} // namespace autochrome::inline learn
