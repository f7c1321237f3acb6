#pragma once

#include "core/colour/colour_bins.h"
#include "core/learn/data/random.h"

#include <cstdint>
#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline learn {

/// Whether a photo is fit to learn colour from.
enum class PhotoVerdict { Good, Corrupt, Grey, Toned, Small };

/// Photos with a shorter side than this are passed over.
inline constexpr int smallestTrainingSide = 48;

/// The short side that photos are decoded for, pixels: one for every use, so that the verdict on a
/// photo does not depend on who asked first.
inline constexpr int trainingDecodeSide = 448;

/// Width and height as the frame header of a JPEG says; 0 x 0 if there is none (another format, or
/// damage).
cv::Size jpegSize(const std::vector<std::uint8_t>& bytes);

/// Decodes a photo to 8-bit BGR, turned as its Exif says. Large JPEGs are decoded at 1/2, 1/4 or
/// 1/8 as long as the short side stays at least `shortSide`. Empty if it is not a readable picture.
cv::Mat decodeTrainingPhoto(const std::vector<std::uint8_t>& bytes, int shortSide);

/// Looks at the spread of a*b*: no chroma is grey, one tint over everything is toned.
PhotoVerdict judgeTrainingPhoto(const cv::Mat& bgr);

/// What one training sample looks like: a Crop of the photo, and for a part of the samples the
/// faults of old prints in the luminance (ageLuminance()).
struct TrainingSample
{
    cv::Mat luminance; ///< size x size, CV_32FC1, L*/100
    cv::Mat ab;        ///< size/4 x size/4, CV_32FC2, CIE a*, b*
};
/// @param agedShare  share of the samples that are aged, in [0, 1]
TrainingSample makeTrainingSample(const cv::Mat& bgr, int size, double agedShare, Random& random);

/// Adds the pixels of a photo, reduced to a short side of 64, to a histogram of the bins.
void countColours(const cv::Mat& bgr, const ColourBins& bins, std::vector<double>& histogram);

/// A whole photo at a short side, both sides rounded to multiples of 32: CIE L*a*b*, CV_32FC3.
cv::Mat labScene(const cv::Mat& bgr, int shortSide);

} // namespace autochrome::inline learn
