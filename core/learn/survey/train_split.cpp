#include "core/learn/survey/train_split.h"

#include "core/base/text.h"
#include "core/collection/photo_list.h"
#include "core/learn/data/random.h"
#include "core/photo/metadata/text_file.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;

using Numbers = std::vector<std::int64_t>;

/// Photos that go to one side together.
struct Unit
{
    std::uint64_t key = ~std::uint64_t(0); ///< where it stands in the draw
    Numbers photos;
};

/// The folder of a photo, or of a photo in an archive, by its address.
std::string folderOf(const std::string& address)
{
    const std::size_t end = address.rfind('/');
    const std::size_t mark = address.rfind(archiveMark);
    // In the top folder of an archive, the last slash is in the path of the archive.
    if (mark != std::string::npos && (end == std::string::npos || end < mark))
        return address.substr(0, mark);
    return end == std::string::npos ? std::string() : address.substr(0, end);
}

std::vector<Unit> unitsOf(const Survey& survey, SplitBy by)
{
    std::vector<Unit> units;
    std::unordered_map<std::string, std::size_t> folders;
    std::unordered_map<std::int64_t, std::size_t> groups;
    for (std::size_t i = 0; i < survey.photos.size(); ++i) {
        const SurveyedPhoto& photo = survey.photos[i];
        if (photo.use != PhotoUse::Usable)
            continue;
        const std::size_t fresh = units.size();
        const std::size_t at =
            by == SplitBy::Hash
                ? groups.emplace(photo.firstAlike, fresh).first->second
                : folders.emplace(folderOf(survey.index.address(std::int64_t(i))), fresh)
                      .first->second;
        if (at == fresh)
            units.emplace_back();
        units[at].photos.push_back(std::int64_t(i));
        // A photo's content is all that is the same wherever and in whatever order it is found.
        units[at].key = std::min(units[at].key, photo.content);
    }
    for (Unit& unit : units)
        unit.key = mixSeed(unit.key, 0);
    std::sort(units.begin(), units.end(),
              [](const Unit& a, const Unit& b) { return a.key < b.key; });
    return units;
}

/// Takes photos for validation, unit by unit in the order of the draw, while they fit.
std::vector<bool> draw(const std::vector<Unit>& units, std::int64_t wanted)
{
    std::vector<bool> isDrawn(units.size(), false);
    if (units.size() < 2)
        return isDrawn;
    std::int64_t taken = 0;
    for (std::size_t i = 0; i < units.size() && taken < wanted; ++i)
        if (const auto size = std::int64_t(units[i].photos.size()); taken + size <= wanted) {
            isDrawn[i] = true;
            taken += size;
        }
    if (taken == 0) // every unit is larger than the share: the smallest comes nearest
        isDrawn[std::size_t(std::min_element(units.begin(), units.end(),
                                             [](const Unit& a, const Unit& b) {
                                                 return a.photos.size() < b.photos.size();
                                             }) -
                            units.begin())] = true;
    return isDrawn;
}

/// Takes from the larger side what looks like a photo of the smaller, which loses less.
void withholdCopies(const Survey& survey, TrainSplit& split)
{
    const auto groupOf = [&](std::int64_t photo) {
        return survey.photos[std::size_t(photo)].firstAlike;
    };
    const bool isTrainLarger = split.train.size() >= split.validation.size();
    Numbers& larger = isTrainLarger ? split.train : split.validation;
    std::unordered_set<std::int64_t> groups;
    for (const std::int64_t photo : isTrainLarger ? split.validation : split.train)
        groups.insert(groupOf(photo));
    const auto kept = std::stable_partition(larger.begin(), larger.end(), [&](std::int64_t photo) {
        return !groups.contains(groupOf(photo));
    });
    split.withheld.assign(kept, larger.end());
    larger.erase(kept, larger.end());
}

/// Whether a name stays one line that a list can hold.
bool canBeListed(const std::string& address)
{
    return address.find_first_of("\r\n") == std::string::npos;
}

/// The photos of a survey that was made from a list are not taken from under it.
Result<void> checkReplaceable(const Survey& survey, const fs::path& list)
{
    std::error_code error;
    for (const fs::path& source : survey.sources)
        if (fs::equivalent(list, source, error))
            return failure(
                ErrorCode::SameAsSource,
                text("The list “%1” is what the photos were taken from and is not replaced.",
                     {source.string()}));
    return {};
}

} // namespace

Result<TrainSplit> splitPhotos(const Survey& survey, const SplitSettings& settings)
{
    if (!(settings.share > 0 && settings.share < 1))
        return failure(ErrorCode::Usage,
                       text("The share for validation must be more than 0 and less than 1."));
    const std::vector<Unit> units = unitsOf(survey, settings.by);
    if (units.empty())
        return failure(ErrorCode::Corrupt,
                       text("None of the training photos can be used: they are damaged, too small "
                            "or without colour."));
    const auto wanted =
        std::clamp<std::int64_t>(std::llround(settings.share * double(survey.usable())), 1,
                                 std::max<std::int64_t>(1, survey.usable() - 1));
    const std::vector<bool> isDrawn = draw(units, wanted);
    TrainSplit split;
    for (std::size_t i = 0; i < units.size(); ++i) {
        Numbers& side = isDrawn[i] ? split.validation : split.train;
        side.insert(side.end(), units[i].photos.begin(), units[i].photos.end());
    }
    const bool hasSides = !split.validation.empty();
    withholdCopies(survey, split);
    for (Numbers* side : {&split.train, &split.validation, &split.withheld})
        std::sort(side->begin(), side->end());
    if (split.train.empty() || split.validation.empty() == hasSides)
        return failure(ErrorCode::Usage,
                       text("The folders hold copies of each other's photos and cannot be "
                            "separated; split the photos by hash instead."));
    return split;
}

Result<std::int64_t> writePhotoList(const Survey& survey, const Numbers& photos,
                                    const fs::path& list)
{
    if (const auto free = checkReplaceable(survey, list); !free)
        return tl::make_unexpected(free.error());
    std::string lines;
    std::int64_t count = 0;
    for (const std::int64_t photo : photos)
        if (const std::string address = survey.index.address(photo); canBeListed(address)) {
            lines.append(address).append("\n");
            ++count;
        }
    if (!lines.empty()) {
        if (auto done = writeTextFile(list, lines); !done)
            return tl::make_unexpected(done.error());
        return count;
    }
    std::error_code error;
    fs::remove(list, error);
    if (error)
        return failure(ErrorCode::WriteFailed, text("“%1” cannot be written.", {list.string()}),
                       error.message());
    return 0;
}

Result<void> writeSplit(const Survey& survey, const TrainSplit& split, const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {folder.string()}), error.message());
    for (const char* name : {trainList, validationList})
        if (auto free = checkReplaceable(survey, folder / name); !free)
            return free;
    for (const auto& [name, photos] :
         {std::pair(trainList, &split.train), std::pair(validationList, &split.validation)})
        if (const auto written = writePhotoList(survey, *photos, folder / name); !written)
            return tl::make_unexpected(written.error());
    return {};
}

} // namespace autochrome::inline learn
