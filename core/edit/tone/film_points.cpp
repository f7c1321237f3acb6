#include "core/edit/tone/film_points.h"

#include "core/edit/tone/found_levels.h"

#include <algorithm>

namespace autochrome::inline edit {
namespace {

constexpr double leastRange = 6; // L*; an empty plate is no picture

} // namespace

FilmPoints FilmPoints::of(const cv::Mat& lightness, const cv::Mat& area)
{
    const FoundLevels found = foundLevels(lightness, area);
    if (found.white - found.black < leastRange)
        return {};
    return {found.black, found.white};
}

double FilmPoints::positive(double lightness) const
{
    const double share = (base - lightness) / (base - densest);
    const double room = densest > 0 || base < 100 ? FoundLevels::room : 0;
    return std::clamp(room + (100 - 2 * room) * share, 0.0, 100.0);
}

cv::Mat FilmPoints::positive(const cv::Mat& lightness) const
{
    cv::Mat made(lightness.size(), CV_32F);
    std::transform(lightness.begin<float>(), lightness.end<float>(), made.begin<float>(),
                   [this](float L) { return float(positive(double(L))); });
    return made;
}

} // namespace autochrome::inline edit
