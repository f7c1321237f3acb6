#include "core/measure/comparison.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline measure {
namespace {

// Below this a spread over photos says nothing.
constexpr std::int64_t leastForError = 3;

/// What a photo adds to the sums that a metric follows from.
using Terms = std::array<double, 5>;

Terms termsOf(Metric metric, const PhotoScore& photo)
{
    const ColourMetrics& metrics = photo.metrics;
    switch (metric) {
    case Metric::AbPsnr:
        return {metrics.abPsnr};
    case Metric::AbGain:
        return {metrics.abGain};
    case Metric::Ciede2000:
        return {metrics.ciede2000};
    case Metric::CiedeRatio:
        return {metrics.ciede2000, metrics.greyCiede2000};
    case Metric::Colourfulness:
        return {metrics.colourfulness, metrics.trueColourfulness};
    case Metric::Ssim:
        return {photo.ssim};
    case Metric::ChromaCorrelation:
        return {photo.chroma, photo.trueChroma, photo.chroma * photo.chroma,
                photo.trueChroma * photo.trueChroma, photo.chroma * photo.trueChroma};
    case Metric::Skin:
        return {
            std::hypot(photo.centre.a - photo.trueCentre.a, photo.centre.b - photo.trueCentre.b)};
    }
    return {};
}

double metricOf(Metric metric, const Terms& sums, double photos)
{
    switch (metric) {
    case Metric::CiedeRatio:
        return sums[1] > 0 ? sums[0] / sums[1] : 1;
    case Metric::Colourfulness:
        return sums[1] > 0 ? sums[0] / sums[1] : 0;
    case Metric::ChromaCorrelation: {
        const double spread =
            (photos * sums[2] - sums[0] * sums[0]) * (photos * sums[3] - sums[1] * sums[1]);
        return spread > 0 ? (photos * sums[4] - sums[0] * sums[1]) / std::sqrt(spread) : 0;
    }
    default:
        return sums[0] / photos;
    }
}

/// A metric of two models, photo by photo.
class PairedMetric
{
public:
    explicit PairedMetric(Metric metric) : metric_(metric) {}

    void add(const PhotoScore& before, const PhotoScore& after)
    {
        pairs_.push_back({termsOf(metric_, before), termsOf(metric_, after)});
        for (std::size_t i = 0; i < sums_.before.size(); ++i) {
            sums_.before[i] += pairs_.back().before[i];
            sums_.after[i] += pairs_.back().after[i];
        }
    }

    std::optional<Change> result() const
    {
        // One photo has no correlation.
        const auto count = std::int64_t(pairs_.size());
        if (count < (metric_ == Metric::ChromaCorrelation ? leastForError : 1))
            return {};
        return Change{count, metricOf(metric_, sums_.before, double(count)),
                      metricOf(metric_, sums_.after, double(count)), error()};
    }

private:
    struct Pair
    {
        Terms before{};
        Terms after{};
    };

    double withoutOne(const Pair& one) const
    {
        Pair rest = sums_;
        for (std::size_t i = 0; i < rest.before.size(); ++i) {
            rest.before[i] -= one.before[i];
            rest.after[i] -= one.after[i];
        }
        const double left = double(pairs_.size()) - 1;
        return metricOf(metric_, rest.after, left) - metricOf(metric_, rest.before, left);
    }

    double error() const
    {
        const double n = double(pairs_.size());
        if (pairs_.size() < std::size_t(leastForError))
            return -1;
        std::vector<double> differences;
        double mean = 0;
        for (const Pair& pair : pairs_) {
            differences.push_back(withoutOne(pair));
            mean += differences.back() / n;
        }
        double squares = 0;
        for (const double difference : differences)
            squares += (difference - mean) * (difference - mean);
        return std::sqrt((n - 1) / n * squares);
    }

    Metric metric_;
    std::vector<Pair> pairs_;
    Pair sums_;
};

GroupChange changeOf(const PhotoGroup& group, const Evaluation& before, const Evaluation& after)
{
    GroupChange change{group, 0, {}};
    for (const Metric metric : allMetrics) {
        PairedMetric paired(metric);
        for (std::size_t i = 0; i < std::min(before.photos.size(), after.photos.size()); ++i)
            if (group.contains(after.photos[i]) &&
                (metric != Metric::Skin || after.photos[i].isFace))
                paired.add(before.photos[i], after.photos[i]);
        change.changes[std::size_t(metric)] = paired.result();
        if (metric == Metric::AbPsnr && change.of(metric))
            change.photos = change.of(metric)->photos;
    }
    return change;
}

} // namespace

const char* metricName(Metric metric)
{
    switch (metric) {
    case Metric::AbPsnr:
        return "abPsnr";
    case Metric::AbGain:
        return "abGain";
    case Metric::Ciede2000:
        return "ciede2000";
    case Metric::CiedeRatio:
        return "ciede2000OverGrey";
    case Metric::Colourfulness:
        return "colourfulnessRatio";
    case Metric::Ssim:
        return "ssim";
    case Metric::ChromaCorrelation:
        return "chromaCorrelation";
    case Metric::Skin:
        return "skinDifference";
    }
    return "";
}

// Cornish and Fisher's expansion about the normal quantile; within 0.05 from three degrees on.
double studentT95(double degreesOfFreedom)
{
    constexpr double z = 1.959964;
    constexpr double z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z;
    const double n = std::max(1.0, degreesOfFreedom);
    return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n) +
           (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n);
}

bool Change::isCertain() const
{
    return error >= 0 && std::fabs(difference()) > 1e-9 &&
           std::fabs(difference()) > studentT95(double(photos) - 1) * error;
}

int judgementOf(Metric metric, const Change& change)
{
    if (!change.isCertain())
        return 0;
    double gain = change.difference();
    if (metric == Metric::Ciede2000 || metric == Metric::CiedeRatio || metric == Metric::Skin)
        gain = -gain;
    if (metric == Metric::Colourfulness) // neither pale nor gaudy
        gain = std::fabs(change.before - 1) - std::fabs(change.after - 1);
    return gain > 0 ? 1 : gain < 0 ? -1 : 0;
}

const GroupChange* Comparison::group(PhotoGroup::Kind kind) const
{
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const auto& change) { return change.group.kind == kind; });
    return found == groups.end() ? nullptr : &*found;
}

Comparison compareEvaluations(const Evaluation& before, const Evaluation& after)
{
    Comparison comparison{before.model, before.modelSha256, after.model, after.modelSha256, {}};
    comparison.groups.push_back(changeOf({}, before, after));
    for (const GroupMetrics& figures : after.groups)
        comparison.groups.push_back(changeOf(figures.group, before, after));
    return comparison;
}

} // namespace autochrome::inline measure
