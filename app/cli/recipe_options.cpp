#include "app/cli/recipe_options.h"

#include <CLI/CLI.hpp>

namespace autochrome::cli {

void RecipeOptions::addTo(CLI::App& command, bool onlyMeasured)
{
    for (const RecipeParameter& row : recipeParameters()) {
        const ParameterOption& option = row.option;
        if (!*option.names || (onlyMeasured && !option.isMeasured))
            continue;
        if (!*option.value) {
            command.add_flag_callback(
                option.names,
                [this, &row] { given_.emplace_back(&row, *row.fromText(row.option.sets)); },
                option.help);
            continue;
        }
        const auto problem = [&row](const std::string& value) {
            return row.fromText(value) ? std::string()
                                       : "Value " + value + " is not " + row.demand();
        };
        command
            .add_option_function<std::string>(
                option.names,
                [this, &row](const std::string& value) {
                    given_.emplace_back(&row, *row.fromText(value));
                },
                option.help)
            ->type_name(option.value)
            ->check(CLI::Validator(problem, ""))
            ->default_str(row.toText(row.usual()));
    }
}

Recipe RecipeOptions::recipe() const
{
    Recipe recipe;
    applyTo(recipe);
    return recipe;
}

void RecipeOptions::applyTo(Recipe& recipe) const
{
    for (const auto& [row, value] : given_)
        row->set(recipe, value);
}

void addDeviceOption(CLI::App& command, std::string& device)
{
    command.add_option("-d,--device", device, "auto, cpu or cuda:N")
        ->type_name("DEVICE")
        ->capture_default_str();
}

} // namespace autochrome::cli
