#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline edit {

/// How alike two pixels are, by what lies between them: correlation exp(-(h / range)^power) with h
/// measured in an ellipse along the edges of the place, and a share of grain in which no pixel is
/// like another.
struct Covariance
{
    static constexpr int far = 5; ///< pixels: the longer of the two distances that are looked at

    float along[2] = {1, 0}; ///< unit vector along the edges
    float stretch = 1;       ///< how much longer things are along it than across, >= 1
    float grain = 0.01F;     ///< variance of the grain in units of that of the picture

    /// From means over a neighbourhood: of the products of the gradient's parts, and of half the
    /// square difference of pixels 1 and `far` apart.
    static Covariance of(double xx, double xy, double yy, double atOne, double atFar);

    /// Of the picture, without its grain.
    float at(float x, float y) const;
};

/// Estimates values at places between samples: universal kriging with a constant and a slope.
/// Places are relative to a middle near them. Made for some 50 samples, over and over.
class Kriging
{
public:
    void clear(int values); ///< per sample, at most 3
    void add(cv::Point place, const float* values);
    int size() const { return int(places_.size()); }

    /// False if the samples say nothing.
    bool prepare(const Covariance& covariance);

    /// Kept within what the samples are, and a little more.
    void estimate(cv::Point place, float* values);
    /// The sum of the squares of the samples' weights: what of their grain's variance the estimate
    /// still has.
    float squaredWeights(cv::Point place);

private:
    static constexpr int mostTrend = 3;

    void covarianceTo(cv::Point place);

    int values_ = 1;
    int trend_ = 1; // constant, or constant and slope
    std::vector<cv::Point> places_;
    std::vector<float> samples_;
    Covariance covariance_;
    std::vector<float> upper_;   // U of the samples' covariance, U^T U
    std::vector<float> columns_; // right-hand sides, a row each: trend, then values
    std::vector<float> between_; // covariance of a place with the samples
    float gram_[mostTrend][mostTrend] = {};
    float slope_[3][mostTrend] = {}; // of each value
    float mean_[3] = {};
    float least_[3] = {};
    float most_[3] = {};
};

} // namespace autochrome::inline edit
