#pragma once

#include "core/base/error.h"
#include "core/collection/indexed_root.h"

#include <filesystem>
#include <vector>

namespace autochrome::inline collection {

/// What stands between a tar archive and the name of a photo in it, on a line of a list.
inline constexpr const char* archiveMark = "::";

/// Whether training data at this path are a list of photos: a file "….txt".
bool isPhotoList(const std::filesystem::path& path);

/// The photos that a text file names, one a line: a path, absolute or relative to the list's
/// folder, or "archive.tar::member". Empty lines and those that begin with # are left out. First
/// come the photos that are files, then archive by archive those inside one, each in the list's
/// order. Whether they exist is found out when they are read: one that is missing is a photo that
/// cannot be used, as a damaged one is. Errors: Unreadable, NotFound if the list names no photo.
Result<std::vector<IndexedRoot>> photoList(const std::filesystem::path& list);

} // namespace autochrome::inline collection
