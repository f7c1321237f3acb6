#pragma once

#include <cstdint>
#include <string>

namespace autochrome::inline collection {

/// One folder, archive or list that photos came from.
struct DataOrigin
{
    std::string name;   ///< file or folder name
    std::string sha256; ///< of the archive; of the listing for a folder or a list
    std::int64_t photos = 0;
};

} // namespace autochrome::inline collection
