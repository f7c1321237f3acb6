#pragma once

namespace autochrome {

/// From now on the wheel changes no slider, number field or box of choices that has not the focus:
/// it goes to the page around it, which scrolls. Holds for every window of the program; more calls
/// change nothing.
void installWheelFilter();

} // namespace autochrome
