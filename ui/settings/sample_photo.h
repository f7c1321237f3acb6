#pragma once

#include <QString>

namespace autochrome {

/// The bundled sample photo: installed beside the program (share/autochrome/sample), else the
/// source tree's own. Empty if there is none.
QString samplePhoto();

/// Whether a path leads to it: nothing of the person's belongs beside it.
bool isSamplePhoto(const QString& path);

} // namespace autochrome
