#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/collection/photo_index.h"
#include "core/learn/survey/near_copies.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// Whether a photo of a collection can be learned from, and if not, why.
enum class PhotoUse : std::uint8_t {
    Usable,
    Corrupt,  ///< unreadable, or not a picture
    Grey,     ///< black and white, or nearly
    Toned,    ///< one tint over everything
    Small,    ///< too small to learn from
    Duplicate ///< the same file, byte by byte, as a usable photo before it
};
inline constexpr int photoUses = 6;

/// What is kept about each photo: so little that a collection of millions fits.
struct SurveyedPhoto
{
    std::uint64_t content = 0;    ///< start of the SHA-256 of the file; 0 if it cannot be read
    PhotoLook look;               ///< unless it is no picture
    std::int64_t firstAlike = -1; ///< number of the first usable photo of the same near-copies, its
                                  ///< own if it is alone; -1 unless usable or a duplicate
    std::uint32_t width = 0;      ///< pixels; 0 if it is no picture
    std::uint32_t height = 0;
    PhotoUse use = PhotoUse::Corrupt;
};

/// A photo that is left out.
struct LeftOutPhoto
{
    std::string name;
    PhotoUse why = PhotoUse::Corrupt;
    std::string same;         ///< of a duplicate: the photo that stays
    std::int64_t number = -1; ///< in the index
};

/// How a figure is spread over the photos; all 0 if there are none.
struct Spread
{
    double least = 0;
    double median = 0; ///< the lower of the middle two
    double most = 0;
};

struct SurveySettings
{
    /// Of folders that hold a published data set (places365Split()).
    DataSplit split = DataSplit::Train;
    int threads = 0; ///< that decode; 0 one for each core
    /// So many photos are named for each reason to leave them out; all are counted.
    int namedForEachReason = 200;
};

/// What a collection of photos holds.
struct Survey
{
    PhotoIndex index;                                ///< names and contents of the photos
    std::vector<SurveyedPhoto> photos;               ///< in the order of the index
    std::array<std::int64_t, photoUses> counts = {}; ///< by PhotoUse
    std::int64_t nearCopies = 0;       ///< usable photos that look like another one before them
    std::vector<LeftOutPhoto> leftOut; ///< by reason, then in the order of the index
    Spread shortSide;                  ///< pixels, of the photos that are pictures
    Spread longSide;                   ///< pixels
    Spread megapixels;
    /// Pixels of the usable photos by bin of ColourBins::srgb(), each photo reduced as the trainer
    /// does it; smoothedPrior() and rebalancingWeights() go on from here.
    std::vector<double> colours;
    std::vector<std::filesystem::path> sources; ///< what was looked at
    double seconds = 0;                         ///< that it took

    std::int64_t count(PhotoUse use) const { return counts[std::size_t(use)]; }
    std::int64_t usable() const { return count(PhotoUse::Usable); }
};

/// Looks at every photo of folders, tar archives, lists and published data sets, once, on several
/// threads, and judges it as the trainer will. A photo that cannot be used never stops it; a
/// collection where none can is no error either. cv::setNumThreads(1) before makes it faster.
/// Errors: those of PhotoIndex::build(); Cancelled.
Result<Survey> surveyPhotos(const std::vector<std::filesystem::path>& paths,
                            const SurveySettings& settings, const Progress& progress);

/// The figure of every item; the order of `values` does not matter.
Spread spreadOf(std::vector<double> values);

} // namespace autochrome::inline learn
