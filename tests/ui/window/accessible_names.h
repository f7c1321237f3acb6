#pragma once

#include <QStringList>

class QWidget;

namespace autochrome {

/// What somebody who listens to a window would miss: controls without a name, texts that a name
/// hides, invisible characters in what is read aloud. One line for each, with its place. Looks at
/// what is hidden now, too. Empty: nothing.
QStringList faultsOfNames(QWidget* window);

/// How many controls and texts faultsOfNames() looks at; few would mean that it looked at nothing.
int countOfNames(QWidget* window);

} // namespace autochrome
