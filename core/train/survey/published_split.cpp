#include "core/train/survey/published_split.h"

#include "core/base/text.h"

namespace autochrome {
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
    std::vector<PhotoLook> looks;
    looks.reserve(split.validation.size() + candidates.size());
    for (const std::int64_t photo : split.validation)
        looks.push_back(validation.photos[std::size_t(photo)].look);
    for (const std::int64_t photo : candidates)
        looks.push_back(train.photos[std::size_t(photo)].look);
    const std::vector<std::int64_t> groups = groupNearCopies(looks, nearCopyBits, progress);
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, text("Stopped."));
    const std::size_t held = split.validation.size();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        // The validation photos come first, so one of them is the first of every group they are in.
        const bool isAlike = groups[held + i] < std::int64_t(held);
        (isAlike ? split.withheld : split.train).push_back(candidates[i]);
    }
    if (split.train.empty() && !split.withheld.empty())
        return failure(ErrorCode::Usage,
                       text("Every photo for training looks like one for validation, so that "
                            "nothing is left to learn from."));
    return split;
}

} // namespace autochrome
