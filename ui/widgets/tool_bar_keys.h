#pragma once

class QToolBar;

namespace autochrome {

/// Lets the Tab key reach the buttons of a tool bar, which Qt keeps from it, and names the button
/// behind which those without room are. Call it when all buttons are there.
void letKeysReach(QToolBar* bar);

} // namespace autochrome
