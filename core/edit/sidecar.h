#pragma once

#include "core/base/error.h"
#include "core/edit/recipe.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace autochrome::inline edit {

/// The photo that settings are for: where it lies, and what is in it.
struct PhotoMark
{
    std::filesystem::path path;
    int page = 0;       ///< from 1; 0: nobody chose one
    std::string sha256; ///< of the file's bytes; empty: not known

    bool operator==(const PhotoMark&) const = default;
};

/// What is kept in a file of its own about one photo: a person's choices, and whose they are.
struct Sidecar
{
    static constexpr int currentVersion = 1;

    Recipe recipe = {};
    /// None: written by hand, as a recipe and nothing else; good for whatever photo it lies beside.
    std::optional<PhotoMark> photo = std::nullopt;
    std::int64_t saved = 0; ///< milliseconds since 1970; 0: not known

    /// JSON with a version of its own, apart from the recipe's. Of the photo's path only the name.
    std::string toJson() const;

    /// Reads any version up to currentVersion, and a bare recipe. Errors: UnsupportedFormat (made
    /// by a newer program), Corrupt.
    static Result<Sidecar> fromJson(const std::string& json);
};

} // namespace autochrome::inline edit
