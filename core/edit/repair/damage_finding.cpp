#include "core/edit/repair/damage_finding.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr double middleLevel = 50;
constexpr double levelsPerE = 12;

// Of what is probable at all, the parts that hold something that is more so.
cv::Mat withSeeds(const cv::Mat& weak, const cv::Mat& strong)
{
    cv::Mat parts;
    const int count = cv::connectedComponents(weak, parts, 8, CV_32S);
    std::vector<std::uint8_t> isKept(std::size_t(count), 0);
    for (int y = 0; y < parts.rows; ++y)
        for (int x = 0; x < parts.cols; ++x)
            if (strong.at<std::uint8_t>(y, x))
                isKept[std::size_t(parts.at<int>(y, x))] = 255;
    isKept[0] = 0;
    cv::Mat kept(weak.size(), CV_8U);
    for (int y = 0; y < parts.rows; ++y)
        for (int x = 0; x < parts.cols; ++x)
            kept.at<std::uint8_t>(y, x) = isKept[std::size_t(parts.at<int>(y, x))];
    return kept;
}

cv::Mat widened(const cv::Mat& mask, int by)
{
    cv::Mat wide;
    cv::dilate(mask, wide, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * by + 1, 2 * by + 1}));
    return wide;
}

} // namespace

double damageThreshold(double level)
{
    return 1 / (1 + std::exp((level - middleLevel) / levelsPerE));
}

cv::Mat damagedPlaces(const DamageFinding& finding, double level, cv::Size size)
{
    const cv::Mat& any = finding.probability[std::size_t(DamageKind::Any)];
    const double strong = 255 * damageThreshold(level);
    cv::Mat places = widened(withSeeds(any >= strong / 2, any >= strong), 1);
    if (places.size() == size)
        return places;
    // A pixel that was looked at is several of the photo: their probability is between its and its
    // neighbours'.
    cv::Mat probable, around;
    cv::resize(any, probable, size, 0, 0, cv::INTER_LINEAR);
    cv::resize(places, around, size, 0, 0, cv::INTER_NEAREST);
    const int scale = std::max(1, cvRound(double(size.width) / any.cols));
    return widened(probable >= strong / 2, scale) & around;
}

} // namespace autochrome::inline edit
