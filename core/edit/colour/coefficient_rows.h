#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline edit {

/// Four coefficient planes over a whole photo (KernelJob's), sampled bilinearly under the pixels of
/// one region. A pixel's sample depends on its place in the photo only, so that neighbouring
/// regions meet without a seam.
class CoefficientRows
{
public:
    using Planes = std::array<cv::Mat, 4>; ///< CV_32F, of one size

    /// The two rows of the planes that a pixel row lies between.
    struct Position
    {
        int above = 0;
        int below = 0;
        float weightBelow = 0;
    };

    /// @param where   what part of the photo the region covers, as fractions of width and height
    /// @param region  its size in pixels
    CoefficientRows(const Planes& planes, const cv::Rect2d& where, cv::Size region);

    Position position(int row) const { return rows_[std::size_t(row)]; }

    /// Writes the four planes' values of one of their rows under `count` pixel columns from
    /// `first`.
    void expand(int planeRow, int first, int count, float* const out[4]) const;

private:
    struct Sample
    {
        int first = 0;
        int second = 0;
        float weight = 0; // of the second
    };
    static std::vector<Sample> samples(double from, double extent, int pixels, int cells);

    const Planes& planes_;
    std::vector<Sample> columns_;
    std::vector<Position> rows_;
};

} // namespace autochrome::inline edit
