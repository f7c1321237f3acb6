#pragma once

#include <QStringList>

class QWidget;

namespace autochrome {

/// What somebody without a mouse would miss in a shown window: what the Tab key passes over or
/// never leaves. Empty: nothing.
QStringList faultsOfTabRing(QWidget* window);

/// Stops of the Tab key at which nothing shows that they have the focus: pictures of them with and
/// without it, compared. Empty: none.
QStringList faultsOfFocusMark(QWidget* window);

} // namespace autochrome
