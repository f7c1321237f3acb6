#pragma once

#include "core/colour/lab.h"
#include "core/photo/photo.h"

#include <functional>
#include <opencv2/imgproc.hpp>

namespace autochrome {

/// L* of things of all sizes that hide one another, as in a photo, from `low` to `high`; the same
/// ones each time.
inline cv::Mat sceneLightness(cv::Size size, double low = 0, double high = 100, int seed = 7)
{
    cv::RNG random(std::uint64_t(seed) * 7919 + 1);
    cv::Mat scene(size, CV_32F, cv::Scalar((low + high) / 2));
    const int side = std::min(size.width, size.height);
    for (int i = 0; i < 900; ++i) {
        const double share = random.uniform(0.0, 1.0);
        const int radius = 1 + int(side * 0.25 * share * share * share);
        const cv::Point middle(random.uniform(0, size.width), random.uniform(0, size.height));
        const cv::Scalar shade(random.uniform(low, high));
        if (i % 2 == 0)
            cv::circle(scene, middle, radius, shade, cv::FILLED);
        else
            cv::rectangle(scene, middle - cv::Point(radius, radius / 2),
                          middle + cv::Point(radius, radius / 2), shade, cv::FILLED);
    }
    // Some of it reaches the ends, as in every full photo.
    cv::rectangle(scene, {side / 8, side / 8}, {side / 4, side / 4}, cv::Scalar(low), cv::FILLED);
    cv::rectangle(scene, {side / 2, side / 2}, {side * 5 / 8, side * 5 / 8}, cv::Scalar(high),
                  cv::FILLED);
    return scene;
}

/// A grey photo (CV_8U or CV_16U, sRGB's curve) of these L*.
inline Photo photoOfLightness(const cv::Mat& lightness, int depth)
{
    Photo photo;
    photo.source = "scene.png";
    const double full = depth == CV_8U ? 255 : 65535;
    cv::Mat codes(lightness.size(), CV_32F);
    for (int y = 0; y < codes.rows; ++y)
        for (int x = 0; x < codes.cols; ++x)
            codes.at<float>(y, x) =
                float(full * linearToSrgb(luminanceOfLightness(lightness.at<float>(y, x))));
    codes.convertTo(photo.pixels, depth);
    return photo;
}

/// The L* of each pixel times a factor of light that depends on its place (each in [0, 1]).
inline cv::Mat inLight(const cv::Mat& lightness,
                       const std::function<double(double, double)>& factor)
{
    cv::Mat lit(lightness.size(), CV_32F);
    for (int y = 0; y < lit.rows; ++y)
        for (int x = 0; x < lit.cols; ++x)
            lit.at<float>(y, x) =
                autochrome::lightness(luminanceOfLightness(lightness.at<float>(y, x)) *
                                      float(factor((x + 0.5) / lit.cols, (y + 0.5) / lit.rows)));
    return lit;
}

} // namespace autochrome
