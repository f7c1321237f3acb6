#pragma once

namespace autochrome {

/// Draws a ring around whatever has the focus while the keyboard is used, in every window: one look
/// for every control, also for those that paint themselves. The style draws it (CE_FocusFrame). A
/// click hides it until the next key. More calls change nothing.
void installFocusRing();

/// Set to true, a widget's property of this name says that it shows its focus itself.
inline constexpr const char* marksItsFocus = "marksItsFocus";

} // namespace autochrome
