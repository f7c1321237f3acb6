#include "core/edit/colour/coefficient_rows.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline edit {

CoefficientRows::CoefficientRows(const Planes& planes, const cv::Rect2d& where, cv::Size region)
    : planes_(planes), columns_(samples(where.x, where.width, region.width, planes[0].cols))
{
    for (const Sample& s : samples(where.y, where.height, region.height, planes[0].rows))
        rows_.push_back({s.first, s.second, s.weight});
}

std::vector<CoefficientRows::Sample> CoefficientRows::samples(double from, double extent,
                                                              int pixels, int cells)
{
    std::vector<Sample> result(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        const double place = (from + (i + 0.5) / pixels * extent) * cells - 0.5;
        // A fixed grid swallows the last bits in which regions of different extent would disagree.
        const double snapped = std::round(place * 65536) / 65536;
        const double inside = std::clamp(snapped, 0.0, double(cells - 1));
        const int first = int(inside);
        result[std::size_t(i)] = {first, std::min(first + 1, cells - 1), float(inside - first)};
    }
    return result;
}

void CoefficientRows::expand(int planeRow, int first, int count, float* const out[4]) const
{
    const Sample* column = columns_.data() + first;
    const float* p0 = planes_[0].ptr<float>(planeRow);
    const float* p1 = planes_[1].ptr<float>(planeRow);
    const float* p2 = planes_[2].ptr<float>(planeRow);
    const float* p3 = planes_[3].ptr<float>(planeRow);
    for (int i = 0; i < count; ++i) {
        const auto [a, b, t] = column[i];
        out[0][i] = p0[a] + t * (p0[b] - p0[a]);
        out[1][i] = p1[a] + t * (p1[b] - p1[a]);
        out[2][i] = p2[a] + t * (p2[b] - p2[a]);
        out[3][i] = p3[a] + t * (p3[b] - p3[a]);
    }
}

} // namespace autochrome::inline edit
