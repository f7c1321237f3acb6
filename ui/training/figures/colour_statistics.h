#pragma once

#include <vector>

namespace autochrome {

/// How often each colour bin (ColourBins::srgb()) occurs in a data set, and what it weighs in the
/// training's loss.
class ColourStatistics
{
public:
    /// Of the training's settings; the paper takes 0.5.
    static constexpr double defaultLambda = 0.9;

    /// Nothing known: no prior, every weight 1.
    ColourStatistics();

    /// From counts, one per bin; the weights follow from the smoothed prior (smoothedPrior()).
    /// A histogram of another size, or without any count, says nothing.
    static ColourStatistics fromHistogram(const std::vector<double>& histogram);

    /// From a prior that is smoothed already, such as a model's; one of another size says nothing.
    static ColourStatistics fromPrior(std::vector<float> prior);

    /// @param lambda  0 (inverse frequency) to 1 (no rebalancing); clamped
    void setLambda(double lambda);
    double lambda() const { return lambda_; }

    bool isEmpty() const { return prior_.empty(); }

    /// Share of the photos' pixels in a bin, in [0, 1]; 0 if no photo has the colour.
    double probability(int bin) const;
    double weight(int bin) const; ///< relative to a mean of 1 over the photos' pixels

private:
    ColourStatistics(std::vector<double> probabilities, std::vector<float> prior);
    void update();

    std::vector<double> probabilities_; ///< as counted
    std::vector<float> prior_;          ///< smoothed, what the training uses
    std::vector<float> weights_;
    double lambda_ = defaultLambda;
};

} // namespace autochrome
