#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline photo {

/// How far the L* of a written file's pixels is from that of the source's (ColourSpace says which
/// L*). Pixels that are wholly transparent do not count.
struct LightnessError
{
    double greatest = 0;
    double most = 0; ///< 999 of 1000 pixels are no further off than this
    double mean = 0;

    bool operator==(const LightnessError&) const = default;
};

/// What this program promises of LightnessError::greatest in a file of this depth: 0.5 in 8 bit,
/// 0.02 in 16 bit.
double promisedLightness(int bitDepth);

/// Gathers the differences of pixels that come in strips.
class LightnessMeter
{
public:
    /// @param meant, found  L*, CV_32F, of one size
    /// @param visible       CV_8U, 0 where a pixel does not count; empty: all do
    void add(const cv::Mat& meant, const cv::Mat& found, const cv::Mat& visible = cv::Mat());
    LightnessError result() const;

private:
    std::vector<std::uint64_t> counts_; ///< of differences, a bin each
    std::uint64_t count_ = 0;
    double greatest_ = 0;
    double sum_ = 0;
};

} // namespace autochrome::inline photo
