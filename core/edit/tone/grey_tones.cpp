#include "core/edit/tone/grey_tones.h"

#include <algorithm>

namespace autochrome::inline edit {

GreyTones::GreyTones(const ColourSpace& space, int depth)
{
    const int count = depth == CV_8U ? 256 : 65536;
    cv::Mat ramp(1, count, CV_32F);
    for (int code = 0; code < count; ++code)
        ramp.at<float>(code) = float(code);
    cv::Mat codes, lightness;
    ramp.convertTo(codes, depth);
    space.luminance(codes, lightness);
    lightness_.assign(lightness.begin<float>(), lightness.end<float>());
    for (std::size_t i = 1; i < lightness_.size(); ++i)
        lightness_[i] = std::max(lightness_[i], lightness_[i - 1]);
}

float GreyTones::codeOf(float lightness) const
{
    const auto above = std::ranges::lower_bound(lightness_, lightness);
    if (above == lightness_.begin())
        return 0;
    if (above == lightness_.end())
        return float(lightness_.size() - 1);
    const auto below = std::prev(above);
    return float(below - lightness_.begin()) + (lightness - *below) / (*above - *below);
}

} // namespace autochrome::inline edit
