#pragma once

#include "core/edit/recipe_parameters.h"

#include <vector>

namespace autochrome::inline edit {

// What recipeParameters() is put together of, by what the parameters are about.

std::vector<RecipeParameter> colourRows(); ///< of the network, of its colours and of their laying
std::vector<RecipeParameter> toneRows();
std::vector<RecipeParameter> detailRows();
std::vector<RecipeParameter> geometryRows();
std::vector<RecipeParameter> repairRows();

} // namespace autochrome::inline edit
