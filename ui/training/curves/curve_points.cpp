#include "ui/training/curves/curve_points.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace autochrome {

namespace {
constexpr double outermost = 0.005;
constexpr qsizetype enough = 10000;
} // namespace

QList<QPointF> decimated(const QList<QPointF>& points, int columns)
{
    columns = std::max(1, columns);
    const auto isFinite = [](QPointF point) { return std::isfinite(point.y()); };
    QList<QPointF> kept;
    if (points.size() <= 2 * columns + 2) {
        std::copy_if(points.begin(), points.end(), std::back_inserter(kept), isFinite);
        return kept;
    }
    const auto first = std::find_if(points.begin(), points.end(), isFinite);
    const auto last = std::find_if(points.rbegin(), points.rend(), isFinite);
    if (first == points.end())
        return kept;
    kept.reserve(2 * columns + 2);
    kept << *first;
    const double width = (last->x() - first->x()) / columns;
    QPointF low = *first;
    QPointF high = *first;
    double end = first->x() + width; // of the column
    const auto keep = [&] {
        kept << (low.x() <= high.x() ? low : high);
        if (low != high)
            kept << (low.x() <= high.x() ? high : low);
    };
    for (auto point = first + 1; point != last.base(); ++point) {
        if (!isFinite(*point))
            continue;
        if (width > 0 && point->x() >= end && kept.size() < 2 * columns - 2) {
            keep();
            low = high = *point;
            end = first->x() + width * (std::floor((point->x() - first->x()) / width) + 1);
        } else if (point->y() < low.y()) {
            low = *point;
        } else if (point->y() > high.y()) {
            high = *point;
        }
    }
    keep();
    kept << *last;
    return kept;
}

QList<QPointF> smoothed(const QList<QPointF>& points, int width)
{
    struct Sum
    {
        double of = 0;
        int count = 0;
    };
    std::vector<Sum> sums(std::size_t(points.size()) + 1); // up to each point
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool counted = std::isfinite(points[i].y());
        const Sum& before = sums[std::size_t(i)];
        sums[std::size_t(i) + 1] = {before.of + (counted ? points[i].y() : 0),
                                    before.count + counted};
    }
    QList<QPointF> result;
    result.reserve(points.size());
    for (qsizetype i = 0; i < points.size(); ++i) {
        // The ends average over fewer points to one side, not to both: a run's last point would be
        // its last step alone, which says little.
        const qsizetype reach = width / 2;
        const Sum& from = sums[std::size_t(std::max<qsizetype>(0, i - reach))];
        const Sum& to = sums[std::size_t(std::min(points.size(), i + reach + 1))];
        if (to.count > from.count)
            result << QPointF(points[i].x(), (to.of - from.of) / (to.count - from.count));
    }
    return result;
}

std::pair<double, double> usualRange(const QList<QPointF>& points)
{
    // Some thousands, evenly spread, tell as much as all.
    const qsizetype stride = 1 + points.size() / enough;
    std::vector<double> values;
    values.reserve(std::size_t(std::min(points.size(), enough)));
    for (qsizetype i = 0; i < points.size(); i += stride) {
        if (std::isfinite(points[i].y()))
            values.push_back(points[i].y());
    }
    if (values.empty())
        return {0, 0};
    const auto skipped = std::ptrdiff_t(outermost * double(values.size()));
    const auto low = values.begin() + skipped;
    std::nth_element(values.begin(), low, values.end());
    const double lowest = *low;
    const auto high = values.end() - 1 - skipped;
    std::nth_element(values.begin(), high, values.end());
    return {lowest, *high};
}

} // namespace autochrome
