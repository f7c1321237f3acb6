#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline collection {

/// Which part of a published data set is meant.
enum class DataSplit { Everything, Train, Validation };

/// Where the photos of one split of a folder are.
struct SplitFolder
{
    std::filesystem::path folder;    ///< inside the data set's own folder
    std::vector<std::string> photos; ///< relative to `folder`, in the published order; empty: all
};

/// Recognises Places365 (Zhou et al. 2017) in the layouts it is published in, so that training
/// never sees its validation photos:
/// - data_256 or data_large with the list places365_train_standard.txt or ..._challenge.txt, and
///   val_256 or val_large with places365_val.txt; the lists may lie in filelist_places365-standard
///   or ..._challenge beside them;
/// - the "easy" format, class folders in train/ and val/, which other sets use as well.
/// @returns nothing for any other folder, and for DataSplit::Everything
std::optional<SplitFolder> places365Split(const std::filesystem::path& folder, DataSplit split);

} // namespace autochrome::inline collection
