#include "core/edit/colour/working_lightness.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int longestSide = 8192;

int shrunk(int side, double scale)
{
    return std::clamp(int(std::lround(side * scale)), 1, std::min(side, longestSide));
}

// Up to this factor the unevenness of whole-pixel bins would show; OpenCV's exact weights are used,
// which take several times as long on a large photo.
constexpr double smallestBin = 4;

template <class Code>
void addRow(const Code* __restrict row, std::uint32_t* __restrict sums, int count)
{
    for (int i = 0; i < count; ++i)
        sums[i] += row[i];
}

int edgeOf(int bin, int bins, int pixels)
{
    return int(std::int64_t(bin) * pixels / bins);
}

// Means over bins of whole pixels that divide the photo among them, as 16-bit codes.
template <class Code>
cv::Mat binned(const cv::Mat& pixels, cv::Size size)
{
    constexpr double toSixteen = sizeof(Code) == 1 ? 257 : 1;
    const int channels = pixels.channels();
    cv::Mat result(size, CV_MAKETYPE(CV_16U, channels));
    cv::parallel_for_({0, size.height}, [&](const cv::Range& range) {
        std::vector<std::uint32_t> sums(std::size_t(pixels.cols) * std::size_t(channels));
        for (int y = range.start; y < range.end; ++y) {
            std::fill(sums.begin(), sums.end(), 0u);
            const int top = edgeOf(y, size.height, pixels.rows);
            const int bottom = edgeOf(y + 1, size.height, pixels.rows);
            for (int row = top; row < bottom; ++row)
                addRow(pixels.ptr<Code>(row), sums.data(), int(sums.size()));
            std::uint16_t* out = result.ptr<std::uint16_t>(y);
            for (int x = 0; x < size.width; ++x) {
                const int left = edgeOf(x, size.width, pixels.cols);
                const int right = edgeOf(x + 1, size.width, pixels.cols);
                const double scale = toSixteen / (double(right - left) * (bottom - top));
                for (int c = 0; c < channels; ++c) {
                    std::uint64_t sum = 0;
                    for (int column = left; column < right; ++column)
                        sum += sums[std::size_t(column) * channels + c];
                    *out++ = std::uint16_t(double(sum) * scale + 0.5);
                }
            }
        }
    });
    return result;
}

cv::Mat averaged(const cv::Mat& pixels, cv::Size size)
{
    if (size == pixels.size())
        return pixels;
    if (pixels.cols >= smallestBin * size.width && pixels.rows >= smallestBin * size.height)
        return pixels.depth() == CV_8U ? binned<std::uint8_t>(pixels, size)
                                       : binned<std::uint16_t>(pixels, size);
    cv::Mat small;
    cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

} // namespace

cv::Mat workingLightness(const cv::Mat& pixels, const ColourSpace& space, int shortSide)
{
    const double scale = std::min(1.0, double(shortSide) / std::min(pixels.cols, pixels.rows));
    const cv::Size size(shrunk(pixels.cols, scale), shrunk(pixels.rows, scale));
    cv::Mat lightness;
    space.luminance(averaged(pixels, size), lightness);
    // A profile's white may lie a little above 100.
    return cv::min(cv::max(lightness, 0.0), 100.0);
}

} // namespace autochrome::inline edit
