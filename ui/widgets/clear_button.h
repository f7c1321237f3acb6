#pragma once

class QLineEdit;

namespace autochrome {

/// Gives a field the button that empties it, with a name, which Qt's own has not.
void addClearButton(QLineEdit* field);

} // namespace autochrome
