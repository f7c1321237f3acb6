#pragma once

#include "core/measure/evaluation.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline measure {

/// A metric by which two models are compared.
enum class Metric {
    AbPsnr,            ///< dB
    AbGain,            ///< dB over the photo left grey
    Ciede2000,         ///< mean colour difference
    CiedeRatio,        ///< of that of the photo left grey
    Colourfulness,     ///< of the truth's; 1 is right
    Ssim,              ///< of RGB
    ChromaCorrelation, ///< of the mean chroma of result and truth
    Skin               ///< mean distance in a* b* between result and truth, of faces
};
inline constexpr std::array allMetrics{
    Metric::AbPsnr,        Metric::AbGain, Metric::Ciede2000,         Metric::CiedeRatio,
    Metric::Colourfulness, Metric::Ssim,   Metric::ChromaCorrelation, Metric::Skin};

/// The metric's name in JSON.
const char* metricName(Metric metric);

/// A metric of one model and of another on the same photos.
struct Change
{
    std::int64_t photos = 0; ///< that it was taken over
    double before = 0;
    double after = 0;
    /// Standard error of the difference over the photos: the jackknife's (Tukey 1958), which leaves
    /// out one photo at a time and for a mean is the paired standard error. Negative: too few.
    double error = -1;

    double difference() const { return after - before; }

    /// Whether the difference is beyond the noise of the choice of photos: greater than Student's t
    /// (95 %, two-sided) times its error.
    bool isCertain() const;
};

/// 1: better, -1: worse, 0: no difference, or one within the noise.
int judgementOf(Metric metric, const Change& change);

/// What changed over a part of the photos.
struct GroupChange
{
    PhotoGroup group;
    std::int64_t photos = 0;
    std::array<std::optional<Change>, allMetrics.size()> changes; ///< none: nothing to take it of

    const std::optional<Change>& of(Metric metric) const { return changes[std::size_t(metric)]; }
};

/// Two models on the same photos.
struct Comparison
{
    std::string before; ///< the old model's name
    std::string beforeSha256;
    std::string after; ///< the new model's
    std::string afterSha256;
    std::vector<GroupChange> groups; ///< all photos first, then as in Evaluation

    /// The first group of a kind; null if there is none.
    const GroupChange* group(PhotoGroup::Kind kind) const;
};

/// @param before, after  of one evaluate(): of the same photos in the same order
Comparison compareEvaluations(const Evaluation& before, const Evaluation& after);

/// Student's t below which 95 % lie, two-sided.
double studentT95(double degreesOfFreedom);

} // namespace autochrome::inline measure
