#include "core/photo/result_finder.h"

#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"

namespace autochrome::inline photo {
namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path& path)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

} // namespace

std::string sourceOfResult(const fs::path& file)
{
    return provenanceOf(readPhotoMetadata(file)).madeFrom();
}

std::optional<fs::path> ResultFinder::find(const fs::path& wanted, const std::string& madeFrom,
                                           const std::function<bool(const fs::path&)>& isOfThisRun)
{
    std::vector<fs::path> candidates;
    {
        const std::lock_guard lock(mutex_);
        Known& known = known_[wanted];
        for (;; ++known.next) {
            const fs::path path = known.next == 1 ? wanted : numbered_(wanted, known.next);
            if (!isThere(path))
                break;
            const std::string source = sourceOfResult(path);
            if (!source.empty())
                known.bySource.emplace(source, path);
            else if (known.next == 1)
                known.unknown = path;
        }
        if (known.unknown)
            candidates.push_back(*known.unknown);
        const auto [first, last] = known.bySource.equal_range(madeFrom);
        for (auto entry = first; entry != last; ++entry)
            candidates.push_back(entry->second);
    }
    for (const fs::path& path : candidates)
        if (isThere(path) && !isOfThisRun(path))
            return path;
    return std::nullopt;
}

} // namespace autochrome::inline photo
