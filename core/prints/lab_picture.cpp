#include "core/prints/lab_picture.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline prints {
namespace {

double factorTo(int largestSide, cv::Size size)
{
    return std::min(1.0, largestSide / double(std::max({size.width, size.height, 1})));
}

cv::Mat shrunk(const cv::Mat& pixels, double factor)
{
    if (factor >= 1)
        return pixels;
    const cv::Size size(std::max(1, cvRound(pixels.cols * factor)),
                        std::max(1, cvRound(pixels.rows * factor)));
    cv::Mat small;
    cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

} // namespace

LabPicture LabPicture::of(const cv::Mat& pixels, int largestSide)
{
    LabPicture picture;
    picture.scale = factorTo(largestSide, pixels.size());
    const cv::Mat small = shrunk(pixels, picture.scale);
    cv::Mat colour;
    if (small.channels() == 1)
        cv::cvtColor(small, colour, cv::COLOR_GRAY2RGB);
    else if (small.channels() == 4)
        cv::cvtColor(small, colour, cv::COLOR_RGBA2RGB);
    else
        colour = small;
    colour.convertTo(colour, CV_32F, small.depth() == CV_16U ? 1.0 / 65535 : 1.0 / 255);
    cv::cvtColor(colour, picture.lab, cv::COLOR_RGB2Lab);
    return picture;
}

LabPicture LabPicture::smaller(int largestSide) const
{
    const double factor = factorTo(largestSide, lab.size());
    return {shrunk(lab, factor), scale * factor};
}

cv::Vec3f LabPicture::at(cv::Point2d place) const
{
    const double x = std::clamp(place.x - 0.5, 0.0, lab.cols - 1.0);
    const double y = std::clamp(place.y - 0.5, 0.0, lab.rows - 1.0);
    const int left = std::min(int(x), std::max(0, lab.cols - 2));
    const int top = std::min(int(y), std::max(0, lab.rows - 2));
    const int right = std::min(left + 1, lab.cols - 1);
    const int bottom = std::min(top + 1, lab.rows - 1);
    const auto u = float(x - left);
    const auto v = float(y - top);
    return (lab.at<cv::Vec3f>(top, left) * (1 - u) + lab.at<cv::Vec3f>(top, right) * u) * (1 - v) +
           (lab.at<cv::Vec3f>(bottom, left) * (1 - u) + lab.at<cv::Vec3f>(bottom, right) * u) * v;
}

} // namespace autochrome::inline prints
