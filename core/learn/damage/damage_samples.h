#pragma once

#include "core/base/error.h"
#include "core/learn/damage/damage_source.h"

#include <filesystem>

namespace autochrome::inline learn {

/// Writes the samples of a training's first batch to look at, as 000.png and so on: the sample
/// beside itself with the truth in red (lines), green (spots) and blue (areas), dim where nobody is
/// sure. Makes the folder. Errors: those of DamageSource, WriteFailed.
Result<void> writeDamageSamples(const PhotoIndex& photos, const DamageSource::Shape& shape,
                                const std::filesystem::path& folder);

} // namespace autochrome::inline learn
