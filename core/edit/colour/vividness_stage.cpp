#include "core/edit/colour/vividness_stage.h"

namespace autochrome::inline edit {
namespace {

Result<ColouredPhoto> coloured(const std::shared_ptr<const ColourScene>& scene,
                               const VividnessSettings& settings, const Progress&)
{
    return scene->colours.at(settings.temperature).map([&](ChromaMap&& chroma) {
        ChromaField field(chroma, scene->lightness->plane);
        return ColouredPhoto{scene->lightness->prepared, std::move(chroma), std::move(field)};
    });
}

} // namespace

const Stage<ColourScene, VividnessSettings, ColouredPhoto> vividnessStage{"vividness", 0.05,
                                                                          coloured};

} // namespace autochrome::inline edit
