#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline prints {

/// What prints lie on, as the edge of a picture shows it: a colour that changes slowly over the
/// picture, and how much it scatters.
class Bed
{
public:
    /// The colours of a picture's outermost pixels that may be a bed, that of most of them first.
    /// @param lab  CV_32FC3, L* a* b*, slightly blurred
    static std::vector<Bed> candidates(const cv::Mat& lab);

    /// How far each pixel is from the bed, in multiples of its scatter: CV_32F.
    cv::Mat distance(const cv::Mat& lab) const;

    /// Fits it anew to the pixels of a mask.
    void fit(const cv::Mat& lab, const cv::Mat& mask);

    double share() const { return share_; }     ///< of the outermost pixels that are of it
    double scatter() const { return scatter_; } ///< of L*
    cv::Vec3f colour() const;                   ///< in the middle of the picture

private:
    using Terms = cv::Vec<double, 6>; ///< of a polynomial of second order
    static Terms termsAt(double x, double y, bool curved);
    cv::Vec3d colourAt(double x, double y) const;
    void solve(const std::vector<cv::Vec3f>& colours, const std::vector<cv::Point2d>& places,
               bool curved);
    double squaredDistance(cv::Vec3f colour, cv::Point2d place) const;

    cv::Matx<double, 3, 6> field_ = cv::Matx<double, 3, 6>::zeros();
    cv::Vec3d deviation_{3, 3, 3};
    double share_ = 0;
    double scatter_ = 0;
};

} // namespace autochrome::inline prints
