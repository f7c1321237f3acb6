#include "ui/training/data/data_paths.h"
#include "ui/widgets/path_names.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace autochrome {

std::vector<std::filesystem::path> toPaths(const QStringList& names)
{
    std::vector<std::filesystem::path> paths;
    for (const QString& name : names)
        paths.push_back(cleanPathNamed(name));
    return paths;
}

QString firstMissing(const QStringList& sources)
{
    for (const QString& source : sources)
        if (!QFileInfo::exists(source))
            return source;
    return {};
}

QString goneSentence(const QString& source)
{
    return QCoreApplication::translate("TrainingData",
                                       "“%1” is not there any more; put it back or remove it from "
                                       "the list.")
        .arg(QDir::toNativeSeparators(source));
}

bool isSource(const QString& path)
{
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    return file.isDir() ||
           (file.isFile() && (suffix == QLatin1String("tar") || suffix == QLatin1String("txt")));
}

} // namespace autochrome
