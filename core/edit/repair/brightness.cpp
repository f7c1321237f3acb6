#include "core/edit/repair/brightness.h"

namespace autochrome::inline edit {

cv::Mat brightnessOf(const cv::Mat& pixels)
{
    cv::Mat scaled, mean;
    pixels.convertTo(scaled, CV_32F, pixels.depth() == CV_16U ? 1 / 257.0 : 1.0);
    if (scaled.channels() == 1)
        return scaled;
    constexpr float third = 1 / 3.0F;
    cv::transform(scaled, mean,
                  scaled.channels() == 4 ? cv::Mat(cv::Matx14f(third, third, third, 0))
                                         : cv::Mat(cv::Matx13f(third, third, third)));
    return mean;
}

} // namespace autochrome::inline edit
