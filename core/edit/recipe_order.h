#pragma once

#include "core/edit/geometry/frame_order.h"
#include "core/edit/recipe_store.h"

#include <string>
#include <vector>

namespace autochrome::inline edit {

/// How somebody wants photos to be worked on who looks at none of them: by a queue, by a command.
struct RecipeOrder
{
    Recipe recipe;                       ///< of photos without settings of their own
    bool keptFirst = true;               ///< a photo's own settings go before `recipe`, …
    std::vector<std::string> named = {}; ///< … but for these parameters, by key, …
    FrameOrder frame = {};               ///< … and for the frame, unless this is none
};

/// The recipe for one photo, and what the person is to be told of it.
struct OrderedRecipe
{
    Recipe recipe;
    std::vector<Message> warnings; ///< sentences
};

/// Takes a frame out of a recipe that cannot be shown of an upright photo of that size, as one that
/// was made for another scan; the photo is whole then.
/// @param name  of the photo, for the sentence
/// @return the sentence for the person; empty if nothing was to be done
Message dropStrayFrame(Recipe& recipe, const std::string& name, cv::Size photo);

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
