#pragma once

#include "core/edit/recipe_presets.h"

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// Settings that come with the program for one kind of original.
struct ShippedPreset
{
    const char* name;              ///< in commands: English; marked, for text() in the window
    const char* purpose;           ///< a sentence; marked
    Recipe recipe;                 ///< everything else at its default
    std::vector<std::string> keys; ///< of the parameters that it sets
};

const std::vector<ShippedPreset>& shippedPresets();

/// A preset as somebody orders it by name.
struct NamedPreset
{
    Recipe recipe;
    std::vector<std::string> keys; ///< of the parameters that it sets: of a person's own all but
                                   ///< those of the geometry, for how a photo lies is its own
};

/// The person's preset of that very name, or else the one that comes with the program; of that
/// letters may be large or small, and blanks hyphens. Errors: Usage, with the names that there are;
/// those of RecipePresets::all().
Result<NamedPreset> presetNamed(const std::string& name, const RecipePresets& ofPerson);

} // namespace autochrome::inline edit
