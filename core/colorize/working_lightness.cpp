#include "core/colorize/working_lightness.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome {
namespace {

constexpr int longestSide = 8192;

int shrunk(int side, double scale)
{
    return std::clamp(int(std::lround(side * scale)), 1, std::min(side, longestSide));
}

} // namespace

cv::Mat workingLightness(const cv::Mat& pixels, const ColourSpace& space, int shortSide)
{
    const double scale = std::min(1.0, double(shortSide) / std::min(pixels.cols, pixels.rows));
    const cv::Size size(shrunk(pixels.cols, scale), shrunk(pixels.rows, scale));
    cv::Mat small = pixels;
    if (size != pixels.size())
        cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
    cv::Mat lightness;
    space.luminance(small, lightness);
    // A profile's white may lie a little above 100.
    return cv::min(cv::max(lightness, 0.0), 100.0);
}

} // namespace autochrome
