#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>

namespace autochrome::inline models {

/// What the files of models and encoders are called by.
inline constexpr const char* libraryExtension = ".safetensors";

/// A name as that of a file of the library, with its extension: no folders, nothing hidden, nothing
/// that a terminal obeys.
std::string libraryFileName(const std::string& name);

/// Makes a folder of the library if it is missing. Errors: WriteFailed, also for an empty path
/// (somebody without a home).
Result<void> makeLibraryFolder(const std::filesystem::path& folder);

/// Copies a file byte by byte, never over another: a reader sees all of it or nothing.
/// @param sha256  of the content, which the copy is compared with
/// Errors: WriteFailed, DiskFull.
Result<void> copyLibraryFile(const std::filesystem::path& from, const std::filesystem::path& to,
                             const std::string& sha256);

/// Removes a file of the library and the checksum beside it. Errors: WriteFailed.
Result<void> removeLibraryFile(const std::filesystem::path& file);

} // namespace autochrome::inline models
