#pragma once

#include "core/photo/file_keys.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace autochrome::inline photo {

/// The photos of one run, queue or window, none of which is ever written to, however it is spelled:
/// through links, hard links, another mount, or in other letters where the file system makes no
/// difference between them. From any thread.
class Originals
{
public:
    enum class Kind {
        Found, ///< in a folder, among which results of this program are passed over
        Named  ///< meant itself, whatever it is
    };

    /// A file that is gone is protected by its place.
    void add(const std::filesystem::path& photo, Kind kind = Kind::Named);
    void add(const FileKeys& photo, Kind kind = Kind::Named);
    /// These, as Kind::Named, and no others, from one moment to the next.
    void assign(const std::vector<FileKeys>& photos);

    bool contains(const std::filesystem::path& path) const;

    /// Whether a result may not take this place. An earlier result of the same photo that was only
    /// found beside it may be replaced by the next one.
    /// @param madeFrom  fingerprint() of the photo that the result is made from
    bool protects(const std::filesystem::path& target, const std::string& madeFrom) const;

private:
    using Entries = std::unordered_map<std::uint64_t, Kind>;

    const Kind* find(const FileKeys& file) const;

    mutable std::mutex mutex_;
    Entries files_;  ///< by device and inode
    Entries places_; ///< by folder and name
    Entries gone_;   ///< likewise, in small letters, of those that were not there
};

} // namespace autochrome::inline photo
