#include "core/photo/metadata/thumbnail.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline photo {

Thumbnail::Thumbnail(cv::Size size, int channels, int largestSide)
    : size_(size), channels_(channels)
{
    const double scale = std::min(1.0, double(largestSide) / std::max(size.width, size.height));
    small_ = {std::max(1, int(std::lround(size.width * scale))),
              std::max(1, int(std::lround(size.height * scale)))};
    every_ = std::max(1, int(1 / scale / 4));
    sums_.resize(std::size_t(small_.area()) * std::size_t(channels_));
    counts_.resize(std::size_t(small_.area()));
    for (int x = 0; x < size_.width; x += every_)
        columns_.push_back(int(std::int64_t(x) * small_.width / size_.width));
}

void Thumbnail::add(int firstRow, const cv::Mat& strip)
{
    const int skip = (every_ - firstRow % every_) % every_;
    for (int y = skip; y < strip.rows; y += every_) {
        const auto row =
            std::size_t(std::int64_t(firstRow + y) * small_.height / size_.height * small_.width);
        const std::uint8_t* from = strip.ptr(y);
        for (const int column : columns_) {
            const std::size_t cell = row + std::size_t(column);
            for (int c = 0; c < channels_; ++c)
                sums_[cell * std::size_t(channels_) + std::size_t(c)] += from[c];
            ++counts_[cell];
            from += every_ * channels_;
        }
    }
}

cv::Mat Thumbnail::picture() const
{
    cv::Mat picture(small_, CV_8UC(channels_));
    std::uint8_t* to = picture.ptr();
    for (std::size_t cell = 0; cell < counts_.size(); ++cell) {
        const std::uint32_t count = std::max(1u, counts_[cell]);
        for (int c = 0; c < channels_; ++c)
            *to++ = std::uint8_t(
                (sums_[cell * std::size_t(channels_) + std::size_t(c)] + count / 2) / count);
    }
    return picture;
}

} // namespace autochrome::inline photo
