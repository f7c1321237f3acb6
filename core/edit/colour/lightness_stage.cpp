#include "core/edit/colour/lightness_stage.h"

#include "core/edit/colour/chroma_field.h"
#include "core/edit/colour/working_lightness.h"

#include <algorithm>

namespace autochrome::inline edit {
namespace {

Result<WorkingLightness> reduced(const std::shared_ptr<const Prepared>& prepared,
                                 const LightnessSettings& settings, const Progress&)
{
    return WorkingLightness{
        prepared, workingLightness(prepared->photo->pixels, prepared->space, settings.shortSide)};
}

} // namespace

LightnessSettings LightnessSettings::forNetwork(int size)
{
    // The network may be asked for more pixels than the chroma filter works at.
    return {std::max(ChromaField::workingSize, size)};
}

const Stage<Prepared, LightnessSettings, WorkingLightness> lightnessStage{"lightness", 0.16,
                                                                          reduced};

} // namespace autochrome::inline edit
