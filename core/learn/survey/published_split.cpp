#include "core/learn/survey/published_split.h"

#include "core/base/text.h"

#include <unordered_set>

namespace autochrome::inline learn {
namespace {

std::vector<std::int64_t> usablePhotos(const Survey& survey)
{
    std::vector<std::int64_t> numbers;
    numbers.reserve(std::size_t(survey.usable()));
    for (std::size_t i = 0; i < survey.photos.size(); ++i)
        if (survey.photos[i].use == PhotoUse::Usable)
            numbers.push_back(std::int64_t(i));
    return numbers;
}

std::vector<PhotoLook> looksOf(const Survey& survey, const std::vector<std::int64_t>& photos)
{
    std::vector<PhotoLook> looks;
    looks.reserve(photos.size());
    for (const std::int64_t photo : photos)
        looks.push_back(survey.photos[std::size_t(photo)].look);
    return looks;
}

} // namespace

Result<TrainSplit> splitPublished(const Survey& train, const Survey& validation,
                                  const Progress& progress)
{
    TrainSplit split;
    split.validation = usablePhotos(validation);
    if (split.validation.empty())
        return failure(ErrorCode::Corrupt,
                       text("None of the validation photos can be used: they are damaged, too "
                            "small or without colour."));
    const std::vector<std::int64_t> candidates = usablePhotos(train);
    if (candidates.empty())
        return failure(ErrorCode::Corrupt,
                       text("None of the training photos can be used: they are damaged, too small "
                            "or without colour."));
    const std::vector<bool> alike = haveNearCopies(
        looksOf(train, candidates), looksOf(validation, split.validation), nearCopyBits, progress);
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, text("Stopped."));
    // A copy of a copy goes with it.
    std::unordered_set<std::int64_t> groups;
    const auto groupOf = [&](std::int64_t photo) {
        return train.photos[std::size_t(photo)].firstAlike;
    };
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (alike[i])
            groups.insert(groupOf(candidates[i]));
    for (const std::int64_t photo : candidates)
        (groups.contains(groupOf(photo)) ? split.withheld : split.train).push_back(photo);
    if (split.train.empty() && !split.withheld.empty())
        return failure(ErrorCode::Usage, text("Every photo for training looks like one for "
                                              "validation, so nothing is left to learn from."));
    return split;
}

} // namespace autochrome::inline learn
