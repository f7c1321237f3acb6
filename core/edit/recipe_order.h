#pragma once

#include "core/edit/recipe_store.h"

#include <string>
#include <vector>

namespace autochrome::inline edit {

/// How somebody wants photos to be worked on who looks at none of them: by a queue, by a command.
struct RecipeOrder
{
    Recipe recipe;                       ///< of photos without settings of their own
    bool keptFirst = true;               ///< a photo's own settings go before `recipe`, …
    std::vector<std::string> named = {}; ///< … but for these parameters, by key
};

/// The recipe for one photo, and what the person is to be told of it.
struct OrderedRecipe
{
    Recipe recipe;
    std::vector<Message> warnings; ///< sentences
};

/// Recipe with those parameters, by key, from another.
Recipe withNamed(const Recipe& recipe, const Recipe& other, const std::vector<std::string>& keys);

/// The recipe that a photo is to be worked on with. Errors: Corrupt, UnsupportedFormat (the photo
/// has settings of its own that cannot be read: none are made up).
Result<OrderedRecipe> recipeFor(const PhotoMark& photo, const RecipeOrder& order,
                                const RecipeStore& store);

/// The recipe in a file, which may be a bare one or a photo's kept settings. Errors: those of
/// reading a file, UnsupportedFormat, Corrupt.
Result<Recipe> recipeInFile(const std::filesystem::path& file);

} // namespace autochrome::inline edit
