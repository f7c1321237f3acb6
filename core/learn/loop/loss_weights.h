#pragma once

namespace autochrome::inline learn {

/// What each part of the loss counts for; 0 switches it off.
struct LossWeights
{
    double crossEntropy = 1; ///< of the distribution
    double regression = 10;  ///< of the squared error of the regression head
    double photo = 0;        ///< of the logarithm of each photo's error
    /// The colours' error is taken against the truth times this: above 1 they come out more vivid,
    /// against the paleness of a mean.
    double vividness = 1;
};

} // namespace autochrome::inline learn
