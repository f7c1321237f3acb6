#include "core/collection/indexed_root.h"

#include <algorithm>

namespace autochrome::inline collection {
namespace {

namespace fs = std::filesystem;

IndexedRoot::Stamp stampOf(const fs::path& file)
{
    std::error_code error;
    IndexedRoot::Stamp stamp{file.string(), 0, 0};
    const auto modified = fs::last_write_time(file, error);
    if (!error)
        stamp.modified = modified.time_since_epoch().count();
    const auto size = fs::is_directory(file, error) ? 0 : fs::file_size(file, error);
    stamp.size = error ? 0 : size;
    return stamp;
}

} // namespace

void IndexedRoot::stamp(const fs::path& file)
{
    stamps.push_back(stampOf(file));
}

bool IndexedRoot::isCurrent() const
{
    return !stamps.empty() && std::all_of(stamps.begin(), stamps.end(), [](const Stamp& then) {
        const Stamp now = stampOf(then.path);
        return now.modified == then.modified && now.size == then.size;
    });
}

} // namespace autochrome::inline collection
