#pragma once

#include <QString>
#include <filesystem>

namespace autochrome {

/// A path as text, in which bytes that are no UTF-8 are kept (as single low surrogates, U+DC80 to
/// U+DCFF): pathNamed() gives the same path back, where Qt's own way would lead to another file.
QString nameOfPath(const std::filesystem::path& path);

/// The path that such a text, or one that a person wrote, names.
std::filesystem::path pathNamed(const QString& name);

/// The same without dots and doubled slashes.
std::filesystem::path cleanPathNamed(const QString& name);

/// The text as it can be shown: each byte that is no character as U+FFFD.
QString shownName(const QString& name);

} // namespace autochrome
