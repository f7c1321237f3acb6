#pragma once

#include <QIcon>

namespace autochrome {

/// One of the program's line drawings (resources/icons), drawn in the text colour of the palette in
/// force when it is painted, sharp at any scale. So icons follow a change of theme by themselves.
QIcon themedIcon(const char* name);

/// The program's own icon, in its own colours.
QIcon applicationIcon();

} // namespace autochrome
