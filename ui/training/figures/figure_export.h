#pragma once

#include "core/base/error.h"

#include <QString>

namespace autochrome {

class FigurePainter;

/// Width of a saved figure: of an SVG in its units, of a PNG in half pixels.
inline constexpr int savedFigureWidth = 640;

/// Saves a figure, black on white. The name's ending chooses the format: .png (two pixels a unit)
/// or .svg. Either the whole file is written or none.
/// Errors: UnsupportedFormat for another ending; WriteFailed.
Result<void> exportFigure(const FigurePainter& figure, const QString& path);

} // namespace autochrome
