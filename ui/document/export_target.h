#pragma once

#include "core/photo/photo.h"

#include <QString>
#include <optional>

namespace autochrome {

/// The format that a file's extension names, be it one that is only read; none if it names none.
std::optional<FileFormat> formatOfFileName(const QString& name);

/// The name with an extension of this format: its own if it fits ("scan.tiff" stays), in place of
/// another format's, else behind what is there ("scan.2" becomes "scan.2.tif").
QString withExtension(const QString& name, FileFormat format);

/// "<name>_colour.<ext>" beside the source, or among the person's pictures where that folder cannot
/// be written to or is the program's own.
QString suggestedTarget(const Photo& photo, FileFormat format);

} // namespace autochrome
