#pragma once

#include "app/cli/recipe_options.h"
#include "core/photo/photo_writer.h"

#include <string>

namespace autochrome::cli {

/// The options by which several commands say what results are to look like and how they are filed.
struct ResultOptions
{
    std::string model;
    std::string device = "auto";
    RecipeOptions look;
    std::string format;
    int quality = 92;
    std::string overwrite = "rename";
    bool keepTimes = false;

    /// Adds --model, --device (only `withDevice`), those of the recipe, --format, --quality,
    /// --overwrite and --keep-times; the options must outlive the command.
    void addTo(CLI::App& command, bool withDevice);

    // To be called after parsing.
    Recipe recipe() const { return look.recipe(); }
    Overwrite collision() const;
};

} // namespace autochrome::cli
