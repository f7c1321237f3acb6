#pragma once

#include "core/base/error.h"
#include "core/collection/indexed_root.h"

#include <filesystem>
#include <vector>

namespace autochrome::inline collection {

/// Writes indexed roots as one CBOR file (RFC 8949), whole or not at all. Errors: WriteFailed.
Result<void> writeIndexFile(const std::filesystem::path& path,
                            const std::vector<IndexedRoot>& roots);

/// The roots of an index file. A file that is absent, damaged or of another version has none:
/// an index can always be built anew.
std::vector<IndexedRoot> readIndexFile(const std::filesystem::path& path);

} // namespace autochrome::inline collection
