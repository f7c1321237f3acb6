#include "core/edit/tone/curve_points.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace autochrome::inline edit {
namespace {

// Takes a number in [0, 100] off the front of a text.
std::optional<double> takeLightness(std::string_view& text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || !(number >= 0 && number <= 100)) // NaN is neither
        return std::nullopt;
    text.remove_prefix(std::size_t(end - text.data()));
    return number;
}

bool take(std::string_view& text, char letter)
{
    if (!text.starts_with(letter))
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::optional<CurvePoints> CurvePoints::fromText(std::string_view text)
{
    CurvePoints curve;
    if (text == none)
        return curve;
    do {
        const auto before = takeLightness(text);
        if (!before || !take(text, ','))
            return std::nullopt;
        const auto after = takeLightness(text);
        if (!after || curve.points_.size() == most)
            return std::nullopt;
        if (!curve.points_.empty() &&
            (*before <= curve.points_.back().before || *after < curve.points_.back().after))
            return std::nullopt;
        curve.points_.push_back({*before, *after, 0});
    } while (take(text, ' '));
    if (!text.empty() || curve.points_.size() < fewest)
        return std::nullopt;
    curve.findSlopes();
    return curve;
}

// The slope at a point is the weighted harmonic mean of those of the lines beside it (Fritsch and
// Butland, 1984), which keeps the cubic between two points monotone; at the ends that of the line.
void CurvePoints::findSlopes()
{
    const auto width = [this](std::size_t i) { return points_[i + 1].before - points_[i].before; };
    const auto steepness = [&](std::size_t i) {
        return (points_[i + 1].after - points_[i].after) / width(i);
    };
    const std::size_t last = points_.size() - 1;
    points_[0].slope = steepness(0);
    points_[last].slope = steepness(last - 1);
    for (std::size_t i = 1; i < last; ++i) {
        const double left = steepness(i - 1);
        const double right = steepness(i);
        const double leftWeight = width(i - 1) + 2 * width(i);
        const double rightWeight = 2 * width(i - 1) + width(i);
        points_[i].slope = left > 0 && right > 0 ? (leftWeight + rightWeight) /
                                                       (leftWeight / left + rightWeight / right)
                                                 : 0;
    }
}

double CurvePoints::at(double lightness) const
{
    if (points_.empty())
        return lightness;
    if (lightness <= points_.front().before)
        return points_.front().after;
    const auto next = std::ranges::find_if(
        points_, [lightness](const Point& point) { return point.before >= lightness; });
    if (next == points_.end())
        return points_.back().after;
    const Point& from = *std::prev(next);
    const double width = next->before - from.before;
    const double t = (lightness - from.before) / width;
    // The cubic Hermite polynomials.
    return from.after * (1 + 2 * t) * (1 - t) * (1 - t) +
           from.slope * width * t * (1 - t) * (1 - t) + next->after * t * t * (3 - 2 * t) +
           next->slope * width * t * t * (t - 1);
}

} // namespace autochrome::inline edit
