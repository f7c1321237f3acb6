#include "ui/training/figures/colour_statistics.h"

#include "core/colour/colour_bins.h"
#include "core/colour/rebalancing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace autochrome {

ColourStatistics::ColourStatistics() = default;

ColourStatistics::ColourStatistics(std::vector<double> probabilities, std::vector<float> prior)
    : probabilities_(std::move(probabilities)), prior_(std::move(prior))
{
    update();
}

ColourStatistics ColourStatistics::fromHistogram(const std::vector<double>& histogram)
{
    const ColourBins& bins = ColourBins::srgb();
    const double total = std::accumulate(histogram.begin(), histogram.end(), 0.0);
    if (int(histogram.size()) != bins.count() || !(total > 0) || !std::isfinite(total))
        return {};
    std::vector<double> probabilities;
    probabilities.reserve(histogram.size());
    for (double count : histogram)
        probabilities.push_back(std::max(0.0, count / total));
    return {std::move(probabilities), smoothedPrior(bins, histogram)};
}

ColourStatistics ColourStatistics::fromPrior(std::vector<float> prior)
{
    if (int(prior.size()) != ColourBins::srgb().count())
        return {};
    std::vector<double> probabilities(prior.begin(), prior.end());
    return {std::move(probabilities), std::move(prior)};
}

void ColourStatistics::setLambda(double lambda)
{
    lambda_ = std::clamp(lambda, 0.0, 1.0);
    update();
}

double ColourStatistics::probability(int bin) const
{
    return isEmpty() ? 0 : probabilities_[std::size_t(bin)];
}

double ColourStatistics::weight(int bin) const
{
    return isEmpty() ? 1 : double(weights_[std::size_t(bin)]);
}

void ColourStatistics::update()
{
    if (!isEmpty())
        weights_ = rebalancingWeights(prior_, float(lambda_));
}

} // namespace autochrome
