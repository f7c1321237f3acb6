#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>

namespace autochrome::inline edit {

/// The screen of a printed photo: dots in a square lattice, of which each is as large as its place
/// is dark.
struct Halftone
{
    static constexpr double shortestPeriod = 2.5; ///< pixels; finer dots are none in a scan
    static constexpr double longestPeriod = 16;
    static constexpr double leastCertainty = 0.5; ///< from which on there is a screen

    std::array<cv::Point2d, 2> steps; ///< from a dot to its neighbours, pixels
    double certainty = 0;             ///< that it is a screen, [0, 1]

    double period() const; ///< pixels between two dots

    /// Looks for a lattice of peaks in the mean spectrum of many places: what a photo shows repeats
    /// itself in one place or another, a screen in all of them. The blocks of JPEG are no screen;
    /// one that lies exactly as they do is not found.
    /// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels; the mean of the colours is looked at
    /// @return nothing if there is none for certain
    static std::optional<Halftone> find(const cv::Mat& pixels);

    /// A plane without the dots. The mean over one cell of the lattice has none of its frequencies
    /// left; taken twice, as 2m - mm, it keeps more of what is coarser.
    /// @param plane  CV_32F
    cv::Mat removedFrom(const cv::Mat& plane) const;

    int reach() const; ///< how far a pixel of the result sees, pixels

private:
    cv::Mat cell() const; // CV_32F, sum 1
};

} // namespace autochrome::inline edit
