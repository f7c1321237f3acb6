#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>

namespace autochrome {

/// Why this cannot be the name of a model, and so of its file and its folder: one sentence, empty
/// for a good name.
QString modelNameProblem(const QString& name);

/// The name, or the first of name-2, name-3, … that is not among `taken` and no file or folder of
/// `place` has.
QString freeModelName(const QString& name, const QStringList& taken,
                      const std::filesystem::path& place);

} // namespace autochrome
