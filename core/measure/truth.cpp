#include "core/measure/truth.h"

#include "core/colour/lab.h"
#include "core/photo/photo_reader.h"
#include "core/photo/profile/colour_space.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline measure {
namespace {

double meanChroma(const cv::Mat& lab)
{
    double sum = 0;
    for (const cv::Vec3f& pixel : cv::Mat_<cv::Vec3f>(lab))
        sum += std::hypot(pixel[1], pixel[2]);
    return sum / double(std::max<std::size_t>(1, lab.total()));
}

cv::Mat reduced(const cv::Mat& linear, int shortSide)
{
    const int least = std::min(linear.cols, linear.rows);
    if (shortSide <= 0 || least <= shortSide)
        return linear;
    const double scale = double(shortSide) / least;
    cv::Mat small;
    cv::resize(linear, small,
               {std::max(1, int(std::lround(linear.cols * scale))),
                std::max(1, int(std::lround(linear.rows * scale)))},
               0, 0, cv::INTER_AREA);
    return small;
}

} // namespace

cv::Mat labOfLinear(const cv::Mat& linear)
{
    cv::Mat lab(linear.size(), CV_32FC3);
    std::transform(linear.begin<cv::Vec3f>(), linear.end<cv::Vec3f>(), lab.begin<cv::Vec3f>(),
                   [](const cv::Vec3f& rgb) {
                       const Lab value = toLab({rgb[0], rgb[1], rgb[2]});
                       return cv::Vec3f(value.L, value.a, value.b);
                   });
    return lab;
}

cv::Mat srgbOfLab(const cv::Mat& lab)
{
    const auto encoded = [](float linear) {
        return cv::saturate_cast<std::uint8_t>(255.0f *
                                               linearToSrgb(std::clamp(linear, 0.0f, 1.0f)));
    };
    cv::Mat rgb(lab.size(), CV_8UC3);
    std::transform(lab.begin<cv::Vec3f>(), lab.end<cv::Vec3f>(), rgb.begin<cv::Vec3b>(),
                   [&](const cv::Vec3f& value) {
                       const LinearRgb linear = toLinearRgb({value[0], value[1], value[2]});
                       return cv::Vec3b(encoded(linear.r), encoded(linear.g), encoded(linear.b));
                   });
    return rgb;
}

Result<Truth> readTruth(std::span<const std::uint8_t> bytes, const std::string& name, int shortSide)
{
    auto photo = readPhoto(bytes, name);
    if (!photo)
        return tl::make_unexpected(photo.error());
    const Photo upright = uprighted(std::move(*photo));
    cv::Mat linear;
    ColourSpace::of(upright).toLinearSrgb(upright.pixels, linear);
    Truth truth;
    truth.name = name;
    truth.lab = labOfLinear(reduced(linear, shortSide));
    truth.isColoured = meanChroma(truth.lab) >= colouredFrom;
    truth.grey.pixels.create(truth.lab.size(), CV_16UC1);
    std::transform(truth.lab.begin<cv::Vec3f>(), truth.lab.end<cv::Vec3f>(),
                   truth.grey.pixels.begin<std::uint16_t>(), [](const cv::Vec3f& lab) {
                       const float Y = luminanceOfLightness(std::clamp(lab[0], 0.0f, 100.0f));
                       return cv::saturate_cast<std::uint16_t>(65535.0f * linearToSrgb(Y));
                   });
    return truth;
}

} // namespace autochrome::inline measure
