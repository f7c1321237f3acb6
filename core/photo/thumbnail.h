#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace autochrome {

/// Makes a small version, at most 200 pixels a side, of a picture that goes by in strips.
class Thumbnail
{
public:
    Thumbnail(cv::Size size, int channels);

    /// 8-bit rows in order.
    void add(int firstRow, const cv::Mat& strip);

    /// CV_8U, the picture's channels.
    cv::Mat picture() const;

private:
    cv::Size size_;
    cv::Size small_;
    int channels_;
    int every_; ///< only each so many-th row and column is looked at: a thumbnail forgives it
    std::vector<std::uint32_t> sums_;
    std::vector<std::uint32_t> counts_;
    std::vector<int> columns_; ///< of each looked-at column, where it goes
};

} // namespace autochrome
