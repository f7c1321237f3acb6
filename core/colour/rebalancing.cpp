#include "core/colour/rebalancing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace autochrome::inline colour {

std::vector<float> smoothedPrior(const ColourBins& bins, const std::vector<double>& histogram,
                                 float sigma)
{
    const int count = bins.count();
    const double total = std::accumulate(histogram.begin(), histogram.end(), 0.0);
    if (int(histogram.size()) != count || !(total > 0))
        return std::vector<float>(count, 1.0f / float(count));

    std::vector<double> smooth(count, 0.0);
    for (int from = 0; from < count; ++from) {
        if (histogram[from] <= 0)
            continue;
        // Each bin gives all of its mass away to itself and its neighbours; at the gamut's border
        // the kernel is cut and normalised, so that no mass leaks out.
        std::vector<double> kernel(count);
        double kernelSum = 0;
        for (int to = 0; to < count; ++to) {
            const double da = bins.centres[from][0] - bins.centres[to][0];
            const double db = bins.centres[from][1] - bins.centres[to][1];
            kernel[to] = std::exp(-(da * da + db * db) / (2.0 * sigma * sigma));
            kernelSum += kernel[to];
        }
        for (int to = 0; to < count; ++to)
            smooth[to] += histogram[from] / total * kernel[to] / kernelSum;
    }
    return {smooth.begin(), smooth.end()};
}

std::vector<float> rebalancingWeights(const std::vector<float>& prior, float lambda)
{
    const double uniform = 1.0 / double(prior.size());
    std::vector<double> weights;
    weights.reserve(prior.size());
    double mean = 0;
    for (float p : prior) {
        // The floor only matters for lambda = 0, where an unseen colour would weigh infinitely.
        const double mixed = std::max((1.0 - lambda) * p + lambda * uniform, 1e-12);
        weights.push_back(1.0 / mixed);
        mean += p * weights.back();
    }
    std::vector<float> scaled;
    scaled.reserve(weights.size());
    for (double weight : weights)
        scaled.push_back(float(weight / mean));
    return scaled;
}

} // namespace autochrome::inline colour
