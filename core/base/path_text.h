#pragma once

#include <filesystem>
#include <string>

namespace autochrome::inline base {

/// A path as a file: address (RFC 8089), in which all but the plainest characters stand as %XX,
/// byte by byte; a relative one is made absolute.
std::string fileAddress(const std::filesystem::path& path);

/// A path for files whose text must be UTF-8, so that it can be found again: as it is, or as its
/// fileAddress() if its bytes are no UTF-8.
std::string portablePath(const std::filesystem::path& path);

/// A file's own name likewise: as it is, or as in its address.
std::string portableName(const std::filesystem::path& path);

} // namespace autochrome::inline base
