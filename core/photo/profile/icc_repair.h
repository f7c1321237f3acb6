#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace autochrome::inline photo {

/// A profile with what is out of order in its frame put right, where its meaning is beyond doubt: a
/// length that is not the real one, tags that begin at odd places, an illuminant or an intent that
/// the format does not know, a text that lies behind the end. The same bytes if all is well.
/// Nothing if it is not a profile, or if something is missing that its colours depend on.
std::optional<std::vector<std::uint8_t>> repairedProfile(const std::vector<std::uint8_t>& bytes);

} // namespace autochrome::inline photo
