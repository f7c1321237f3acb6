#pragma once

#include "core/train/metrics.h"

#include <string>
#include <vector>

namespace autochrome {

/// How well one photo was coloured.
struct PhotoScore
{
    std::string name;
    ColourMetrics metrics; ///< of this photo alone
    double ssim = 0;       ///< of RGB, OpenCV's quality module; a grey image scores high already
    double chroma = 0;     ///< mean chroma of the result, CIE units
    double trueChroma = 0; ///< of the truth
    double luminanceError = 0; ///< greatest |L*(result) - L*(truth)|
    double seconds = 0;        ///< from grey pixels to colour, without reading and writing
};

/// How well one model did over a set of photos.
struct Evaluation
{
    std::string model;
    std::string modelSha256;
    std::string device;
    std::vector<PhotoScore> photos;
    ColourMetrics mean;
    double ssim = 0;
    /// Of the mean chroma of result and truth over the photos (Pearson): whether the model knows
    /// which photos are colourful.
    double chromaCorrelation = 0;
    double seconds = 0; ///< mean per photo
    /// Frechet distance (Heusel et al. 2017) between results and truths in the pooled features of
    /// the first model's own encoder, each in units of its spread over the truths; below that of
    /// the grey photos is better. Not the FID of Inception features. Negative: too few photos.
    double frechet = -1;
    double greyFrechet = -1;
};

/// Photos fewer than this say nothing about a distribution.
inline constexpr int leastForFrechet = 20;

/// Fills everything but photos, mean and the Frechet distances from the photos' scores.
void summarise(Evaluation& evaluation);

} // namespace autochrome
