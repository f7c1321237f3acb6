#pragma once

#include "core/edit/recipe_parameters.h"

#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace autochrome::cli {

/// The options by which several commands say how photos are to be coloured: those that the table of
/// parameters names.
class RecipeOptions
{
public:
    /// Adds them; this object must outlive the command.
    /// @param onlyMeasured  only those that `evaluate` takes
    void addTo(CLI::App& command, bool onlyMeasured = false);

    // To be called after parsing.
    Recipe recipe() const;              ///< defaults where nothing was given
    void applyTo(Recipe& recipe) const; ///< changes only what was given
    bool isGiven() const { return !given_.empty(); }

private:
    std::vector<std::pair<const RecipeParameter*, ParameterValue>> given_;
};

/// Adds --device; the name must outlive the command.
void addDeviceOption(CLI::App& command, std::string& device);

} // namespace autochrome::cli
