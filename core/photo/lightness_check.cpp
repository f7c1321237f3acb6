#include "core/photo/lightness_check.h"

#include <opencv2/imgproc.hpp>

namespace autochrome::inline photo {
namespace {

template <class T>
void layOnWhite(const cv::Mat& pixels, cv::Mat& laid)
{
    constexpr std::uint64_t full = std::numeric_limits<T>::max();
    laid.create(pixels.size(), CV_MAKETYPE(pixels.depth(), 3));
    for (int y = 0; y < pixels.rows; ++y) {
        const T* from = pixels.ptr<T>(y);
        T* to = laid.ptr<T>(y);
        for (int x = 0; x < pixels.cols; ++x, from += 4, to += 3) {
            for (int c = 0; c < 3; ++c)
                to[c] = T((from[c] * std::uint64_t(from[3]) + full * (full - from[3]) + full / 2) /
                          full);
        }
    }
}

} // namespace

LightnessCheck::LightnessCheck(const Photo& original, const std::vector<std::uint8_t>& icc,
                               bool onWhite)
    : original_(original),
      icc_(icc),
      onWhite_(onWhite && original.pixels.channels() == 4),
      originalSpace_(ColourSpace::of(original))
{
}

const ColourSpace& LightnessCheck::spaceOf(const cv::Mat& rows)
{
    if (!space_) {
        Photo file;
        file.pixels = rows;
        file.icc = icc_;
        space_ = ColourSpace::of(file);
    }
    return *space_;
}

void LightnessCheck::add(int firstRow, const cv::Mat& rows)
{
    // Some formats come in one piece.
    const int step = std::max(64, (1 << 20) / std::max(1, rows.cols));
    for (int y = 0; y < rows.rows; y += step)
        addStrip(firstRow + y, rows.rowRange(y, std::min(y + step, rows.rows)));
}

void LightnessCheck::addStrip(int firstRow, const cv::Mat& rows)
{
    cv::Mat original = original_.pixels.rowRange(firstRow, firstRow + rows.rows);
    visible_.release();
    if (onWhite_) {
        if (original.depth() == CV_16U)
            layOnWhite<std::uint16_t>(original, laid_);
        else
            layOnWhite<std::uint8_t>(original, laid_);
        original = laid_;
    } else if (original.channels() == 4) {
        cv::Mat alpha;
        cv::extractChannel(original, alpha, 3);
        visible_ = alpha > 0;
    }
    originalSpace_.luminance(original, meant_);
    spaceOf(rows).luminance(rows, found_);
    meter_.add(meant_, found_, visible_);
}

} // namespace autochrome::inline photo
