#pragma once

#include "core/base/error.h"
#include "core/edit/colour/colorizer.h"
#include "core/edit/colour/recombiner.h"

#include <string>

namespace autochrome::inline edit {

/// Every choice a person made about one photo: a value, versioned, independent of machine and
/// device. Each stage reads its own slice and nothing else.
struct Recipe
{
    static constexpr int currentVersion = 1;

    TintHandling tint = TintHandling::Drop; ///< recombine stage
    ColourSettings colour;                  ///< colour stage
    RecombineSettings recombine;            ///< recombine stage

    bool operator==(const Recipe&) const = default;

    /// JSON with a "version"; fields that stand at their default are written too.
    std::string toJson() const;

    /// Reads any version up to currentVersion; a newer one, a wrong type or a value out of range is
    /// an error (Usage) that names the field. Unknown fields are ignored.
    static Result<Recipe> fromJson(const std::string& json);
};

/// Whether a size may stand in ColourSettings: 0, or a multiple of 32 from 128 to 1024.
bool isNetworkSize(int size);

} // namespace autochrome::inline edit
