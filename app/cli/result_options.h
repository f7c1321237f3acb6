#pragma once

#include "app/cli/recipe_options.h"
#include "core/edit/recipe_order.h"
#include "core/photo/photo_writer.h"

#include <string>

namespace autochrome::cli {

/// The options by which several commands say what results are to look like and how they are filed.
struct ResultOptions
{
    std::string model;
    std::string device = "auto";
    RecipeOptions look;
    FrameOrder frame;
    std::string mask;   ///< a file; may be empty
    std::string preset; ///< its name; may be empty
    std::string recipeFile;
    bool noSidecars = false;
    std::string format;
    int quality = 92;
    std::string overwrite = "rename";
    bool keepTimes = false;

    enum class For {
        Colour,
        Queue, ///< which runs on a device of its own
        Restoring
    };

    /// Adds --model (unless Restoring), --device (only for Colour), --preset, --recipe,
    /// --no-sidecars, those of the recipe, --crop, --straighten, --mask, --format, --quality,
    /// --overwrite and
    /// --keep-times; the options must outlive the command.
    void addTo(CLI::App& command, For what);

    // To be called after parsing.
    /// What was given wins, then what the preset sets; then comes the recipe in the file, or else
    /// what is kept for each photo. Errors: Usage, if the preset, the file or the mask cannot be
    /// used; its sentence says why.
    Result<RecipeOrder> order() const;
    Overwrite collision() const;
};

} // namespace autochrome::cli
