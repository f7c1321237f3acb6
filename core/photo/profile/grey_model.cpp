#include "core/colour/lab.h"
#include "core/photo/profile/colour_model.h"

#include <algorithm>

namespace autochrome::inline photo {
namespace {

/// Luminance of `count` evenly spaced grey values in [0, 1].
std::vector<float> luminances(void* forward, int count)
{
    std::vector<float> values(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        values[std::size_t(i)] = float(double(i) / (count - 1));
    if (!forward) {
        std::transform(values.begin(), values.end(), values.begin(), srgbToLinear);
        return values;
    }
    std::vector<cv::Vec3f> colours(values.size());
    cmsDoTransform(forward, values.data(), colours.data(), cmsUInt32Number(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = luminanceY({colours[i][0], colours[i][1], colours[i][2]});
    return values;
}

std::vector<float> lightnesses(const std::vector<float>& luminance)
{
    std::vector<float> values(luminance.size());
    std::transform(luminance.begin(), luminance.end(), values.begin(), lightness);
    return values;
}

template <class T>
void lookUp(const cv::Mat& row, const std::vector<float>& table, float* to)
{
    const T* from = row.ptr<T>();
    const int channels = row.channels();
    for (int x = 0; x < row.cols; ++x)
        to[x] = table[from[x * channels]];
}

} // namespace

cv::Vec3f luminanceWeights()
{
    return {luminanceY({1, 0, 0}), luminanceY({0, 1, 0}), luminanceY({0, 0, 1})};
}

GreyModel::GreyModel(void* profile)
{
    IccTransform forward;
    if (profile)
        forward.reset(cmsCreateTransform(profile, TYPE_GRAY_FLT, linearSrgbProfile().get(),
                                         TYPE_RGB_FLT, INTENT_RELATIVE_COLORIMETRIC,
                                         cmsFLAGS_NOCACHE));
    linear8_ = luminances(forward.get(), 256);
    linear16_ = luminances(forward.get(), 65536);
    lightness8_ = lightnesses(linear8_);
    lightness16_ = lightnesses(linear16_);
}

void GreyModel::toLinear(const cv::Mat& row, cv::Vec3f* linear) const
{
    std::vector<float> values(std::size_t(row.cols));
    if (row.depth() == CV_16U)
        lookUp<std::uint16_t>(row, linear16_, values.data());
    else
        lookUp<std::uint8_t>(row, linear8_, values.data());
    for (std::size_t x = 0; x < values.size(); ++x)
        linear[x] = cv::Vec3f::all(values[x]);
}

void GreyModel::fromLinear(const cv::Vec3f*, const cv::Vec3f*, cv::Vec3f*, int) const
{
    CV_Error(cv::Error::StsNotImplemented, "a grey space holds no colours");
}

void GreyModel::luminance(const cv::Mat& row, float* lightness) const
{
    if (row.depth() == CV_16U)
        lookUp<std::uint16_t>(row, lightness16_, lightness);
    else
        lookUp<std::uint8_t>(row, lightness8_, lightness);
}

} // namespace autochrome::inline photo
