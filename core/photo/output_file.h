#pragma once

#include "core/base/new_file.h"

#include <filesystem>

namespace autochrome::inline photo {

/// The new file of a result: a NewFile whose failures are thrown as WriteFailures, in whose
/// sentences a person finds the cause.
class OutputFile : public NewFile
{
public:
    /// Throws WriteFailure.
    explicit OutputFile(const std::filesystem::path& target);

    /// Throws WriteFailure if a write has failed.
    void check() const;

    /// Brings everything to the disk. Throws WriteFailure.
    void flush();

    /// Renames it to `path`. With replace, whatever was there goes; without, false if there was
    /// something. Throws WriteFailure.
    bool publish(const std::filesystem::path& path, bool replace);
};

} // namespace autochrome::inline photo
