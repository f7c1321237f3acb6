#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/colour/chroma_map.h"
#include "core/edit/colour/recombiner.h"
#include "core/edit/colour/scene_colours.h"
#include "core/edit/recipe.h"
#include "core/photo/photo.h"

#include <memory>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// What the stages have made of a photo so far. Cheap to copy; nothing in it ever changes, a stage
/// that makes something puts a new object in its place.
struct StageState
{
    std::shared_ptr<const Photo> photo; ///< upright
    std::shared_ptr<const ColourSpace> space;
    cv::Mat lightness; ///< working lightness, CV_32F; shared and never written to
    /// What the network said; null once it was too much to be kept.
    std::shared_ptr<const SceneColours> scene;
    std::shared_ptr<const ChromaMap> chroma;
    std::shared_ptr<const ChromaField> field;
    std::shared_ptr<const Recombiner> recombiner;
};

/// What a stage may read beside its input.
struct StageContext
{
    const Recipe& recipe;
    Colorizer& colorizer;
    Progress progress;
};

/// One step on the way of a photo: a pure function of its input and of its slice of the recipe.
struct Stage
{
    const char* name;
    /// Share of the whole progress, any unit.
    double weight;
    /// Everything that the result depends on beside the input, as text: with the key of the input
    /// it makes the cache key.
    std::string (*slice)(const StageContext&);
    Result<StageState> (*run)(const StageState& input, const StageContext&);
};

/// The stages in order: geometry, tone, colour, vividness, recombine. A new stage is a new entry.
const std::vector<Stage>& restorationStages();

} // namespace autochrome::inline edit
