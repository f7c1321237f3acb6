#pragma once

#include <cstdint>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Finds for every patch of a picture that has unknown pixels in it the most similar one without,
/// and gives the unknown pixels what the patches found say. Deterministic.
class PatchMatch
{
public:
    static constexpr int reach = 3; ///< of a patch about its middle: 7 x 7 pixels

    /// @param values   CV_32F, 1 or 3 channels; unknown pixels hold a first guess
    /// @param unknown  CV_8U, not 0 where that is
    PatchMatch(cv::Mat values, cv::Mat unknown, std::uint64_t seed);

    bool hasSources() const { return !sources_.empty(); }

    /// Starts from what was found at half the size, as far as that fits.
    void startFrom(const cv::Mat& field);
    /// Improves the patches by propagation and random search, `passes` times.
    void search(int passes);
    /// Gives the unknown pixels new values.
    /// @param sharpness  how much more the better patches count; 1 is usual
    /// @param passed     if given, CV_32F: the share of the variance of the sources' grain that is
    ///                   left in a pixel
    void vote(double sharpness, cv::Mat* passed = nullptr);

    const cv::Mat& values() const { return values_; }
    /// CV_32SC2: the middle of the patch found for each pixel; (-1, -1) where none is looked for.
    const cv::Mat& field() const { return field_; }

private:
    bool isSource(cv::Point place) const;
    float difference(cv::Point one, cv::Point other, float most) const;
    void tryOut(cv::Point target, cv::Point source);

    cv::Mat values_, unknown_;
    cv::Mat whole_; // CV_8U, 255 where a patch has no unknown pixel
    cv::Mat field_, differences_;
    std::vector<cv::Point> targets_, sources_;
    cv::RNG random_;
};

} // namespace autochrome::inline edit
