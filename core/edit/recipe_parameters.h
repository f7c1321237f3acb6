#pragma once

#include "core/base/parameter_table.h"
#include "core/edit/recipe.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace autochrome::inline edit {

using RecipeParameter = Parameter<Recipe>;

/// Every choice that a recipe holds, in the order in which it is offered. JSON, the command line
/// and its completions, the manual, the rows of the panel, the undo texts and the history of a
/// result are all made of this table: a new parameter is a row in `parameters` and what its
/// stage does with it.
const std::vector<RecipeParameter>& recipeParameters();

/// The row of that key, which has to be there.
const RecipeParameter& recipeParameter(std::string_view key);

/// Whether a parameter is about colour that a network gives, and nothing else.
bool isOfColour(const RecipeParameter& parameter);

enum class Told { All, WithoutColour };

/// What the history of a result tells of a recipe: the names of parameters and their values, and
/// which mask there was. Those at their default are left out, but for the few that are always told.
std::map<std::string, std::string> toldParameters(const Recipe& recipe, Told told = Told::All);

} // namespace autochrome::inline edit
