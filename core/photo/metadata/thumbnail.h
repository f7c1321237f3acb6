#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline photo {

/// Makes a small version of a picture that goes by in strips.
class Thumbnail
{
public:
    /// @param largestSide  pixels
    Thumbnail(cv::Size size, int channels, int largestSide = 200);

    /// 8-bit rows, each once.
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

} // namespace autochrome::inline photo
