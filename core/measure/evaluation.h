#pragma once

#include "core/measure/metrics/metrics.h"

#include <string>
#include <vector>

namespace autochrome::inline measure {

/// Mean colour of a region, CIE units.
struct MeanColour
{
    double lightness = 0;
    double a = 0;
    double b = 0;

    double chroma() const;
    double hue() const; ///< degrees, [0, 360)
};

/// How well one photo was coloured.
struct PhotoScore
{
    std::string name;
    ColourMetrics metrics; ///< of this photo alone
    double ssim = 0;       ///< of RGB, OpenCV's quality module; a grey image scores high already
    double chroma = 0;     ///< mean chroma of the result, CIE units
    double trueChroma = 0; ///< of the truth
    double luminanceError = 0; ///< greatest |L*(result) - L*(truth)|
    bool isFace = false;       ///< a face crop by its name: counts for the skin tones
    MeanColour centre;         ///< of the middle of the result: the skin of a face crop
    MeanColour trueCentre;     ///< of the truth
    double seconds = 0;        ///< from grey pixels to colour, without reading and writing
    std::string category = {}; ///< PhotoIndex::category(); empty if nobody asked
    bool isOther = false;      ///< of the other photos, those that a model was not taught
};

/// Skin of the face crops of one range of lightness.
struct SkinTones
{
    std::string name; ///< "light", "medium", "dark"
    int photos = 0;
    double chroma = 0;
    double trueChroma = 0;
    double hue = 0; ///< degrees, of the mean a* b*
    double trueHue = 0;
    double difference = 0; ///< mean distance in a* b* between result and truth
};

/// Figures of a model over several photos; each photo counts the same.
struct PhotosMetrics
{
    ColourMetrics mean;
    double ssim = 0;
    /// Of the mean chroma of result and truth over the photos (Pearson): whether the model knows
    /// which photos are colourful.
    double chromaCorrelation = 0;
    std::vector<SkinTones> skin; ///< light to dark; empty without face crops
};

/// Which of the photos figures are of.
struct PhotoGroup
{
    enum class Kind {
        All,
        These,   ///< the photos that were named first: of the kind that was taught
        Others,  ///< the other photos
        Category ///< of one name, among these or among the others
    };
    Kind kind = Kind::All;
    std::string name = {}; ///< of a category
    bool isOther = false;  ///< of a category: among the other photos

    bool contains(const PhotoScore& photo) const;
};

/// Figures of a part of the photos.
struct GroupMetrics : PhotosMetrics
{
    PhotoGroup group;
};

/// How well one model did over a set of photos.
struct Evaluation : PhotosMetrics
{
    std::string model;
    std::string modelSha256;
    std::string device;
    std::vector<PhotoScore> photos;
    /// These and the others, if both are there; then the categories by name, if there are any, the
    /// others' last.
    std::vector<GroupMetrics> groups;
    double seconds = 0; ///< mean per photo
    /// Frechet distance (Heusel et al. 2017) between results and truths in the pooled features of
    /// the first model's own encoder, each in units of its spread over the truths; below that of
    /// the grey photos is better. Not the FID of Inception features. Negative: too few photos.
    double frechet = -1;
    double greyFrechet = -1;
};

/// Photos fewer than this say nothing about a distribution.
inline constexpr int leastForFrechet = 20;

/// Fills everything but photos and the Frechet distances from the photos' scores.
void summarise(Evaluation& evaluation);

/// A group's name for a report in English: "all", "these", "others", "beach", "beach (others)".
std::string groupTitle(const PhotoGroup& group);

} // namespace autochrome::inline measure
