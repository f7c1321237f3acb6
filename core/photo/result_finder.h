#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline photo {

/// The fingerprint() of the photo that a result of this program says it was made from; empty for
/// every other file.
std::string sourceOfResult(const std::filesystem::path& file);

/// Finds the result that a photo has already: not by its name alone, which photos of other folders
/// may share, but by what the results say that they were made from. Reads each file once. From any
/// thread.
class ResultFinder
{
public:
    /// The name that a result gets if that of it, and of lower numbers, is taken: from 2.
    using Numbered = std::filesystem::path (*)(const std::filesystem::path&, int);

    explicit ResultFinder(Numbered numbered) : numbered_(numbered) {}

    /// The file that makes another result needless: one of this name, or of the numbered ones after
    /// it, that was made from the photo; or whatever lies under the name itself without a word
    /// about where it comes from.
    /// @param madeFrom     fingerprint() of the photo
    /// @param isOfThisRun  for results that are no reason to leave out a copy of their source
    std::optional<std::filesystem::path>
    find(const std::filesystem::path& wanted, const std::string& madeFrom,
         const std::function<bool(const std::filesystem::path&)>& isOfThisRun);

private:
    /// What lies under a name and its numbers.
    struct Known
    {
        int next = 1; ///< the number to look at next
        std::optional<std::filesystem::path> unknown;
        std::multimap<std::string, std::filesystem::path> bySource;
    };

    const Numbered numbered_;
    std::mutex mutex_;
    std::map<std::filesystem::path, Known> known_;
};

} // namespace autochrome::inline photo
