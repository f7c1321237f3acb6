#include "core/collection/places365.h"

#include <fstream>

namespace autochrome::inline collection {
namespace {

namespace fs = std::filesystem;

using Names = std::initializer_list<const char*>;

// The first of these that exists below the folder; empty if none does.
fs::path firstOf(const fs::path& folder, Names names)
{
    std::error_code ignored;
    for (const char* name : names)
        if (fs::exists(folder / name, ignored))
            return folder / name;
    return {};
}

fs::path listOf(const fs::path& folder, Names names)
{
    for (const char* place : {"", "filelist_places365-standard", "filelist_places365-challenge"})
        if (fs::path list = firstOf(folder / place, names); !list.empty())
            return list;
    return {};
}

// Lines are "/a/airfield/00000001.jpg 0": a path and the number of its class.
std::vector<std::string> photosOf(const fs::path& list)
{
    std::vector<std::string> photos;
    std::ifstream file(list);
    for (std::string line; std::getline(file, line);) {
        if (const std::size_t blank = line.find_last_of(" \t"); blank != std::string::npos)
            line.erase(blank);
        else if (!line.empty() && line.back() == '\r')
            line.pop_back();
        const std::size_t start = line.find_first_not_of('/');
        // A path that leaves the folder is no line of such a list.
        if (start == std::string::npos || line.find("..") != std::string::npos)
            continue;
        photos.push_back(line.substr(start));
    }
    return photos;
}

} // namespace

std::optional<SplitFolder> places365Split(const fs::path& folder, DataSplit split)
{
    if (split == DataSplit::Everything)
        return std::nullopt;
    const bool train = split == DataSplit::Train;
    const fs::path list =
        train ? listOf(folder, {"places365_train_standard.txt", "places365_train_challenge.txt"})
              : listOf(folder, {"places365_val.txt"});
    const fs::path photos = train ? firstOf(folder, {"data_256", "data_large", "data_256_standard",
                                                     "data_large_standard"})
                                  : firstOf(folder, {"val_256", "val_large"});
    if (!list.empty() && !photos.empty()) {
        SplitFolder found{photos, photosOf(list)};
        if (!found.photos.empty())
            return found;
    }
    std::error_code ignored;
    if (fs::is_directory(folder / "train", ignored) && fs::is_directory(folder / "val", ignored))
        return SplitFolder{folder / (train ? "train" : "val"), {}};
    return std::nullopt;
}

} // namespace autochrome::inline collection
