#include "core/edit/recipe.h"

#include "core/base/parameter_json.h"
#include "core/base/text.h"
#include "core/edit/recipe_parameters.h"
#include "core/edit/repair/damage_mask_json.h"

#include <array>
#include <nlohmann/json.hpp>

namespace autochrome::inline edit {
namespace {

using Json = nlohmann::json;

// Version 1 had all fields beside each other; now each stands within its stage.
void putIntoStages(Json& recipe)
{
    constexpr std::array<std::array<const char*, 2>, 5> moved{{{"colour", "size"},
                                                               {"vividness", "temperature"},
                                                               {"colour", "effort"},
                                                               {"finish", "strength"},
                                                               {"finish", "tint"}}};
    Json stages = Json::object();
    for (const auto& [stage, field] : moved)
        if (const auto found = recipe.find(field); found != recipe.end())
            stages[stage][field] = *found;
    recipe = std::move(stages);
}

// Each entry lifts a recipe from version index + 1 to the next.
using Migration = void (*)(Json&);
constexpr std::array<Migration, Recipe::currentVersion - 1> migrations{putIntoStages};

tl::unexpected<Error> notARecipe(const std::string& detail)
{
    return failure(ErrorCode::Usage, text("This is not an Autochrome recipe."), detail);
}

} // namespace

std::string Recipe::toJson() const
{
    Json json{{"version", currentVersion}};
    writeParameters(recipeParameters(), *this, json);
    if (!repair.mask.isEmpty())
        json["repair"]["mask"] = maskJson(repair.mask);
    return json.dump(2);
}

Result<Recipe> Recipe::fromJson(const std::string& json)
{
    Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_object())
        return notARecipe(parsed.is_discarded() ? "not JSON" : "not an object");
    const auto version = parsed.find("version");
    if (version == parsed.end() || !version->is_number_integer() || version->get<double>() < 1)
        return notARecipe("version");
    if (version->get<double>() > currentVersion)
        return failure(
            ErrorCode::Usage,
            text("This recipe was made by a newer Autochrome (version %1).", {version->dump()}),
            "version");
    for (auto step = std::size_t(version->get<int>() - 1); step < migrations.size(); ++step)
        migrations[step](parsed);

    Recipe recipe;
    if (const auto read = readParameters(recipeParameters(), parsed, recipe); !read)
        return tl::make_unexpected(read.error());
    // What a table of parameters has no kind for; that "repair" is an object is known by now.
    if (const auto stage = parsed.find("repair"); stage != parsed.end())
        if (const auto mask = stage->find("mask"); mask != stage->end()) {
            Result<DamageMask> made = maskOfJson(*mask);
            if (!made)
                return tl::make_unexpected(std::move(made.error()));
            recipe.repair.mask = std::move(*made);
        }
    return recipe;
}

} // namespace autochrome::inline edit
