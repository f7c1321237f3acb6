#include "core/edit/colour/colour_stage.h"

namespace autochrome::inline edit {
namespace {

Result<ColourScene> looked(const std::shared_ptr<const WorkingLightness>& lightness,
                           const NetworkQuestion& question, const Progress& progress)
{
    return question.colorizer->look(lightness->plane, question.settings, progress)
        .map([&](SceneColours&& colours) {
            return ColourScene{lightness, std::move(colours)};
        });
}

} // namespace

NetworkQuestion NetworkQuestion::to(Colorizer* colorizer, const ColourSettings& settings)
{
    NetworkQuestion question{std::nullopt, settings, colorizer};
    if (colorizer)
        question.model = colorizer->modelSha256();
    return question;
}

bool NetworkQuestion::operator==(const NetworkQuestion& other) const
{
    return settings == other.settings && (!model || !other.model || model == other.model);
}

const Stage<WorkingLightness, NetworkQuestion, ColourScene> colourStage{"colour", 0.70, looked};

} // namespace autochrome::inline edit
