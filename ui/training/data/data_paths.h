#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <vector>

namespace autochrome {

/// The paths that such names have, without dots and doubled slashes.
std::vector<std::filesystem::path> toPaths(const QStringList& names);

/// The first of some sources that is not there any more; empty if all are.
QString firstMissing(const QStringList& sources);

/// A sentence about a source that is not there any more.
QString goneSentence(const QString& source);

/// Whether training data can be taken from here: a folder, a tar archive or a list of photos.
bool isSource(const QString& path);

} // namespace autochrome
