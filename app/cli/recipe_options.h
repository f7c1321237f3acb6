#pragma once

#include "app/cli/parameter_options.h"
#include "core/edit/recipe.h"

#include <string>
#include <vector>

namespace autochrome::cli {

/// The options by which several commands say how photos are to be coloured: those that the table of
/// parameters names.
class RecipeOptions
{
public:
    enum class Rows {
        All,
        Measured,     ///< only those that `evaluate` takes
        WithoutColour ///< only those that say something where no network gives colour
    };

    /// Adds them; this object must outlive the command.
    void addTo(CLI::App& command, Rows rows = Rows::All);

    // To be called after parsing.
    Recipe recipe() const; ///< defaults where nothing was given
    /// The parameters that were given, by key.
    std::vector<std::string> keys() const { return options_.keys(); }

private:
    ParameterOptions<Recipe> options_;
};

/// Adds --device; the name must outlive the command.
void addDeviceOption(CLI::App& command, std::string& device);

} // namespace autochrome::cli
