#include "core/edit/tone/tone_stage.h"

namespace autochrome::inline edit {
namespace {

// The tones are left as they are; what they mean is in the profile.
Result<Prepared> toned(const std::shared_ptr<const TurnedPhoto>& turned, const NoSettings&,
                       const Progress&)
{
    return Prepared{turned->photo, turned->map, ColourSpace::of(*turned->photo)};
}

} // namespace

const Stage<TurnedPhoto, NoSettings, Prepared> toneStage{"tone", 0.02, toned};

} // namespace autochrome::inline edit
