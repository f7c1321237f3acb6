#include "core/edit/geometry/geometry_settings.h"

namespace autochrome::inline edit {
namespace {

// Quarters clockwise, then perhaps left and right exchanged: one value for each way to lie.
struct Turn
{
    int quarters = 0; // any number of them
    bool mirrored = false;
};

Turn turnOf(const GeometrySettings& settings)
{
    // Top and bottom exchanged is half a turn that is mirrored.
    return {int(settings.rotation) + (settings.flip == Flip::Vertical ? 2 : 0),
            settings.flip != Flip::None};
}

GeometrySettings settingsOf(const Turn& turn, const std::optional<Frame>& frame)
{
    const int quarters = (turn.quarters % 4 + 4) % 4;
    if (!turn.mirrored)
        return {Rotation(quarters), Flip::None, frame};
    if (quarters == 2)
        return {Rotation::None, Flip::Vertical, frame};
    return {Rotation(quarters), Flip::Horizontal, frame};
}

} // namespace

GeometrySettings GeometrySettings::rotatedBy(int quarters) const
{
    const Turn turn = turnOf(*this);
    // What comes after a mirror turns the other way before it.
    return settingsOf({turn.quarters + (turn.mirrored ? -quarters : quarters), turn.mirrored},
                      frame);
}

GeometrySettings GeometrySettings::flippedHorizontally() const
{
    const Turn turn = turnOf(*this);
    return settingsOf({turn.quarters, !turn.mirrored}, frame);
}

GeometrySettings GeometrySettings::flippedVertically() const
{
    return flippedHorizontally().rotatedBy(2);
}

GeometrySettings GeometrySettings::normalised() const
{
    return settingsOf(turnOf(*this), frame);
}

GeometrySettings GeometrySettings::inverse() const
{
    const Turn turn = turnOf(*this);
    // Whatever is mirrored leads back when it is done again.
    return settingsOf({turn.mirrored ? turn.quarters : -turn.quarters, turn.mirrored},
                      std::nullopt);
}

bool GeometrySettings::isIdentity() const
{
    return normalised() == GeometrySettings();
}

int GeometrySettings::exifOrientation() const
{
    constexpr int turned[] = {1, 6, 3, 8};
    constexpr int mirroredToo[] = {2, 5, 4, 7};
    const Turn turn = turnOf(*this);
    return (turn.mirrored ? mirroredToo : turned)[turn.quarters % 4];
}

} // namespace autochrome::inline edit
