#include "app/cli/recipe_options.h"

#include "core/edit/recipe_parameters.h"

#include <CLI/CLI.hpp>

namespace autochrome::cli {

void RecipeOptions::addTo(CLI::App& command, Rows rows)
{
    for (const RecipeParameter& row : recipeParameters())
        if (*row.option.names && (rows != Rows::Measured || row.option.isMeasured) &&
            (rows != Rows::WithoutColour || !isOfColour(row)))
            options_.add(command, row, row.toText(row.usual()));
}

Recipe RecipeOptions::recipe() const
{
    Recipe recipe;
    options_.applyTo(recipe);
    return recipe;
}

void addDeviceOption(CLI::App& command, std::string& device)
{
    command.add_option("-d,--device", device, "auto, cpu or cuda:N")
        ->type_name("DEVICE")
        ->capture_default_str();
}

} // namespace autochrome::cli
