#include "core/edit/stage.h"

#include "core/edit/colour/working_lightness.h"

#include <algorithm>
#include <cstdio>

namespace autochrome::inline edit {
namespace {

std::string exact(double value)
{
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%a", value);
    return buffer;
}

std::string nothing(const StageContext&)
{
    return {};
}

// The photo arrives upright; crops and straightening belong here.
Result<StageState> geometry(const StageState& input, const StageContext&)
{
    return input;
}

// The network may be asked for more pixels than the chroma filter works at.
int lightnessSize(const Recipe& recipe)
{
    return std::max(ChromaField::workingSize, recipe.colour.size);
}

std::string toneSlice(const StageContext& context)
{
    return std::to_string(lightnessSize(context.recipe));
}

Result<StageState> tone(const StageState& input, const StageContext& context)
{
    StageState state = input;
    state.space = std::make_shared<ColourSpace>(ColourSpace::of(*state.photo));
    state.lightness =
        workingLightness(state.photo->pixels, *state.space, lightnessSize(context.recipe));
    return state;
}

std::string colourSlice(const StageContext& context)
{
    return context.colorizer.modelSha256() + " " + std::to_string(context.recipe.colour.size) +
           " " + effortName(context.recipe.colour.effort);
}

Result<StageState> colour(const StageState& input, const StageContext& context)
{
    Result<SceneColours> scene =
        context.colorizer.look(input.lightness, context.recipe.colour, context.progress);
    if (!scene)
        return tl::make_unexpected(scene.error());
    StageState state = input;
    state.scene = std::make_shared<const SceneColours>(std::move(*scene));
    return state;
}

std::string vividnessSlice(const StageContext& context)
{
    return exact(context.recipe.colour.temperature);
}

Result<StageState> vividness(const StageState& input, const StageContext& context)
{
    const ColourSettings& settings = context.recipe.colour;
    Result<ChromaMap> map =
        input.scene ? input.scene->at(settings.temperature)
                    : context.colorizer.predict(input.lightness, settings, context.progress);
    if (!map)
        return tl::make_unexpected(map.error());
    StageState state = input;
    state.chroma = std::make_shared<const ChromaMap>(std::move(*map));
    state.field = std::make_shared<const ChromaField>(*state.chroma, state.lightness);
    return state;
}

std::string recombineSlice(const StageContext& context)
{
    return exact(context.recipe.recombine.strength) +
           (context.recipe.tint == TintHandling::Keep ? " keep" : " drop");
}

Result<StageState> recombine(const StageState& input, const StageContext& context)
{
    StageState state = input;
    state.recombiner = std::make_shared<const Recombiner>(
        *state.space, *state.field, context.recipe.recombine, context.recipe.tint);
    return state;
}

} // namespace

const std::vector<Stage>& restorationStages()
{
    static const std::vector<Stage> stages{
        {"geometry", 0.02, nothing, geometry},
        {"tone", 0.18, toneSlice, tone},
        {"colour", 0.70, colourSlice, colour},
        {"vividness", 0.05, vividnessSlice, vividness},
        {"recombine", 0.05, recombineSlice, recombine},
    };
    return stages;
}

} // namespace autochrome::inline edit
