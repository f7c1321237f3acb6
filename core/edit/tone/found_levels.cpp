#include "core/edit/tone/found_levels.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr int levelBins = 2000;
constexpr double shareBeyond = 0.001; // of the pixels, at either end

// Of values in [0, 100], in twentieths.
class Shares
{
public:
    Shares(const cv::Mat& values, const cv::Mat& area)
    {
        for (int y = 0; y < values.rows; ++y)
            for (int x = 0; x < values.cols; ++x)
                if (area.at<std::uint8_t>(y, x) != 0) {
                    const int bin = int(values.at<float>(y, x) * (levelBins / 100.0f));
                    counts_[std::size_t(std::clamp(bin, 0, levelBins - 1))] += 1;
                    total_ += 1;
                }
    }

    double quantile(double share) const
    {
        double below = 0;
        for (int bin = 0; bin < levelBins; ++bin) {
            below += counts_[std::size_t(bin)];
            if (below > share * total_)
                return (bin + 0.5) * 100 / levelBins;
        }
        return 100;
    }

    double below(double value) const
    {
        double sum = 0;
        for (int bin = 0; bin < levelBins && (bin + 0.5) * 100 / levelBins < value; ++bin)
            sum += counts_[std::size_t(bin)];
        return total_ > 0 ? sum / total_ : 0;
    }

private:
    std::array<double, levelBins> counts_{};
    double total_ = 0;
};

// 0 up to `from`, 1 from `to` on.
double rising(double value, double from, double to)
{
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

// Greatest difference within a window, such as a thing and what is behind it have.
cv::Mat differences(const cv::Mat& lightness)
{
    const int side = 2 * std::max(1, std::min(lightness.rows, lightness.cols) / 60) + 1;
    const cv::Mat window = cv::Mat::ones(side, side, CV_8U);
    cv::Mat highest, lowest;
    cv::dilate(lightness, highest, window);
    cv::erode(lightness, lowest, window);
    return highest - lowest;
}

} // namespace

FoundLevels foundLevels(const cv::Mat& lightness, const cv::Mat& area)
{
    cv::Mat calm;
    cv::medianBlur(lightness, calm, 5);
    const Shares shares(calm, area);
    FoundLevels found;
    found.black = shares.quantile(shareBeyond);
    found.white = shares.quantile(1 - shareBeyond);
    const double range = found.white - found.black;

    const double unused = rising(100 - range, 10, 18);
    const double enough = rising(range, 6, 14); // a blank sheet is no faded photo
    const double tails =
        std::min(shares.below(found.black + range / 4), 1 - shares.below(found.white - range / 4));
    const double edges = range > 0 ? Shares(differences(calm), area).quantile(0.97) / range : 0;
    found.certainty = std::min({unused, enough, rising(tails, 0, 0.04), rising(edges, 0.15, 0.45)});
    return found;
}

} // namespace autochrome::inline edit
