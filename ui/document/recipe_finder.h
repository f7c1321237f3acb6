#pragma once

#include "core/edit/recipe_store.h"

#include <functional>

namespace autochrome {

/// Gives what is kept for a photo. For workers: it reads files. Empty: nothing is kept of it that
/// is not known already.
using RecipeFinder = std::function<KeptRecipe(const PhotoMark&)>;

} // namespace autochrome
