#pragma once

#include "core/base/error.h"
#include "core/edit/geometry/frame_order.h"
#include "core/edit/recipe.h"
#include "core/photo/photo.h"
#include "core/photo/photo_writer.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline queue {

/// Where the results of a batch go.
enum class Destination {
    Beside, ///< into the source's own folder
    Folder, ///< all into one folder
    Mirror  ///< into a folder, with the folders below the one that was added
};

/// Everything a batch does to its photos, the same for all of them.
struct BatchSettings
{
    static constexpr int currentVersion = 1;

    Destination destination = Destination::Beside;
    std::filesystem::path folder; ///< of Folder and Mirror, absolute
    std::string nameTemplate = "{name}_colour";
    Overwrite collision = Overwrite::Rename;
    std::optional<FileFormat> format; ///< none: lossless, see losslessFormatFor()
    int quality = 92;                 ///< of JPEG and WebP
    bool keepTimes = false;           ///< results have their sources' times of modification

    Recipe recipe;
    bool ownRecipes = true;              ///< what is kept for a photo goes before `recipe`, …
    std::vector<std::string> named = {}; ///< … but for these parameters, see RecipeOrder
    FrameOrder frame = {};               ///< likewise
    std::string model;                   ///< file or name; empty: the default one

    bool skipColoured = true; ///< photos that have colours already, by measure
    bool skipOwn = true;      ///< results of this program, and photos done in an earlier batch

    /// Everything but `folder`, whose bytes need not be UTF-8.
    std::string toJson() const;
    /// Errors: Usage, with the field in the detail.
    static Result<BatchSettings> fromJson(const std::string& json);
};

const char* destinationName(Destination destination);
const char* overwriteName(Overwrite overwrite);
std::optional<Overwrite> overwriteOfName(std::string_view name);

} // namespace autochrome::inline queue
