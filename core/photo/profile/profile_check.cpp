#include "core/photo/profile/profile_check.h"

#include "core/base/text.h"
#include "core/photo/profile/icc.h"
#include "core/photo/profile/icc_repair.h"

#include <algorithm>

namespace autochrome::inline photo {
namespace {

/// A byte or two more at the end is how some formats round a length up.
bool isOnlyRounded(const std::vector<std::uint8_t>& before, const std::vector<std::uint8_t>& after)
{
    return before.size() >= after.size() && before.size() < after.size() + 4 &&
           std::equal(after.begin(), after.end(), before.begin()) &&
           std::all_of(before.begin() + std::ptrdiff_t(after.size()), before.end(),
                       [](std::uint8_t byte) { return byte == 0; });
}

/// Repairs the profile and says so; tells what is wrong with it still.
std::optional<ProfileFault> repair(ReadContext& context, std::vector<std::uint8_t>& icc,
                                   int channels)
{
    std::optional<std::vector<std::uint8_t>> sound = repairedProfile(icc);
    if (!sound)
        return ProfileFault::Damaged;
    if (const auto fault = profileFault(*sound, channels))
        return fault;
    if (*sound == icc)
        return std::nullopt;
    if (!isOnlyRounded(icc, *sound))
        context.warnings.push_back(text(
            "The colour profile in “%1” is not quite in order; it was repaired, its colours are "
            "the same.",
            {context.name}));
    icc = std::move(*sound);
    return std::nullopt;
}

} // namespace

void checkProfile(ReadContext& context, std::vector<std::uint8_t>& icc, int channels)
{
    if (icc.empty())
        return;
    const bool grey = channels == 1;
    if (const auto fault = repair(context, icc, grey ? 1 : 3)) {
        icc.clear();
        context.warnings.push_back(
            *fault == ProfileFault::Damaged
                ? text("The colour profile in “%1” is damaged; sRGB is assumed.", {context.name})
                : text("The colour profile in “%1” is for another kind of picture; sRGB is "
                       "assumed.",
                       {context.name}));
        return;
    }
    if (!grey && !isEmbeddable(icc))
        context.warnings.push_back(text("The colour profile in “%1” is of a kind that a photo must "
                                        "not have; the colours are kept, but in sRGB.",
                                        {context.name}));
}

void checkInkProfile(ReadContext& context, std::vector<std::uint8_t>& icc)
{
    if (icc.empty() || !repair(context, icc, 4))
        return;
    icc.clear();
    context.warnings.push_back(text("The colour profile in “%1” is damaged or not one for inks; a "
                                    "simple formula mixes them instead.",
                                    {context.name}));
}

} // namespace autochrome::inline photo
