#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline collection {

/// A regular file inside a tar archive.
struct TarMember
{
    std::string name;
    std::uint64_t offset = 0; ///< of its first byte in the archive
    std::uint64_t size = 0;
};

/// Lists the regular files of an uncompressed tar (ustar, GNU long names, pax paths and sizes)
/// without reading their contents, so that members can be read by offset later. Errors: NotFound,
/// Unreadable, Corrupt (bad header checksum, member beyond the end), UnsupportedFormat (not a tar).
Result<std::vector<TarMember>> readTarIndex(const std::filesystem::path& path);

} // namespace autochrome::inline collection
