#pragma once

#include <filesystem>
#include <string>
#include <type_traits>

namespace autochrome::inline photo {

/// Which photo: a file, and the page of it where it holds several. All that is kept of a photo is
/// kept under this, never under its path alone.
struct PhotoId
{
    std::filesystem::path path;
    /// From 1; 0: nobody chose one, and the file's reader takes what it holds to be the photo (see
    /// selectTiffPage()).
    int page = 0;

    PhotoId() = default;
    /// Also by itself: where nobody speaks of pages, a path says it all.
    template <class Path,
              class = std::enable_if_t<std::is_convertible_v<Path, std::filesystem::path>>>
    PhotoId(Path&& file, int pageOfIt = 0) : path(std::forward<Path>(file)), page(pageOfIt)
    {
    }

    auto operator<=>(const PhotoId&) const = default;
    bool operator==(const PhotoId&) const = default;

    /// For sentences: the file's name, with the page if one was chosen: "album.tif", "album.tif#2".
    std::string name() const;
    /// The same with its folder.
    std::string place() const;
    /// What results are called after: "album", "album_p2".
    std::string stem() const;
};

/// A photo's content, wherever it lies: the SHA-256 of its file, with the page if one was chosen.
/// Empty if the hash is.
std::string fingerprint(const std::string& fileSha256, int page);

} // namespace autochrome::inline photo
