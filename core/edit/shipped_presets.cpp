#include "core/edit/shipped_presets.h"

#include "core/base/text.h"
#include "core/edit/recipe_parameters.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <string_view>

namespace autochrome::inline edit {
namespace {

ShippedPreset made(const char* name, const char* purpose, const std::function<void(Recipe&)>& set)
{
    ShippedPreset preset{name, purpose, {}, {}};
    set(preset.recipe);
    for (const RecipeParameter& row : recipeParameters())
        if (!row.isUsual(preset.recipe))
            preset.keys.emplace_back(row.key);
    return preset;
}

bool isSameName(std::string_view one, std::string_view other)
{
    const auto plain = [](unsigned char c) { return c == '-' ? ' ' : std::tolower(c); };
    return std::ranges::equal(one, other, {}, plain, plain);
}

} // namespace

const std::vector<ShippedPreset>& shippedPresets()
{
    static const std::vector<ShippedPreset> all{
        made(markedText("Print from an album"),
             markedText("A print that has faded: its tones are spread over the whole range, and "
                        "what has faded unevenly is evened out a little."),
             [](Recipe& recipe) {
                 recipe.tone.levels = ToneLevels::Auto;
                 recipe.tone.evening = 0.3;
             }),
        made(markedText("Cracked portrait"),
             markedText("A damaged print: also wide damage is filled in, faded tones are restored, "
                        "and the colours are calm."),
             [](Recipe& recipe) {
                 recipe.tone.levels = ToneLevels::Auto;
                 recipe.repair.widest = 8;
                 recipe.vividness.temperature = 0.6;
             }),
        made(markedText("Newspaper"),
             markedText("A printed picture on yellowed paper: without its printed dots, evened out "
                        "and restored, with calm colours; what is filled in gets no grain."),
             [](Recipe& recipe) {
                 recipe.tone.levels = ToneLevels::Auto;
                 recipe.tone.evening = 0.5;
                 recipe.detail.dots = PrintedDots::Remove;
                 recipe.detail.sharpness = 0.3;
                 recipe.repair.smooth = true;
                 recipe.vividness.temperature = 0.6;
             }),
        made(markedText("Glass negative"),
             markedText("A black-and-white negative on glass or film: it becomes a print, without "
                        "the density of its base, a little evened out."),
             [](Recipe& recipe) {
                 recipe.tone.negative = true;
                 recipe.tone.evening = 0.3;
             })};
    return all;
}

Result<NamedPreset> presetNamed(const std::string& name, const RecipePresets& ofPerson)
{
    const Result<std::vector<RecipePreset>> own = ofPerson.all();
    const auto isNamed = [&](const RecipePreset& preset) { return preset.name == name; };
    if (own)
        if (const auto found = std::ranges::find_if(*own, isNamed); found != own->end()) {
            NamedPreset preset{found->recipe, {}};
            for (const RecipeParameter& row : recipeParameters())
                if (row.stage() != "geometry")
                    preset.keys.emplace_back(row.key);
            return preset;
        }
    for (const ShippedPreset& preset : shippedPresets())
        if (isSameName(preset.name, name))
            return NamedPreset{preset.recipe, preset.keys};
    if (!own)
        return tl::make_unexpected(own.error());
    std::string names;
    const auto add = [&](const std::string& one) {
        names += (names.empty() ? "“" : ", “") + one + "”";
    };
    for (const ShippedPreset& preset : shippedPresets())
        add(preset.name);
    for (const RecipePreset& preset : *own)
        add(preset.name);
    return failure(ErrorCode::Usage, text("There is no preset “%1”; there are: %2.", {name, names}),
                   name);
}

} // namespace autochrome::inline edit
