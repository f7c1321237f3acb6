#include "ui/settings/sample_photo.h"

#include "ui/widgets/path_names.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <filesystem>

namespace autochrome {

namespace {

QStringList sampleFolders()
{
    return {QCoreApplication::applicationDirPath() + QStringLiteral("/../share/autochrome/sample"),
            QStringLiteral(AUTOCHROME_SOURCE_SAMPLES)};
}

} // namespace

QString samplePhoto()
{
    for (const QString& path : sampleFolders()) {
        const QDir folder(path);
        const QStringList photos =
            folder.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
        if (!photos.isEmpty())
            return QDir::cleanPath(folder.absoluteFilePath(photos.front()));
    }
    return {};
}

bool isSamplePhoto(const QString& path)
{
    // By its path as it is: Qt finds no file whose name is no UTF-8, and nothing equals nothing.
    std::error_code error;
    const std::filesystem::path folder =
        std::filesystem::canonical(pathNamed(path), error).parent_path();
    if (error)
        return false;
    const QStringList folders = sampleFolders();
    return std::any_of(folders.begin(), folders.end(), [&](const QString& sample) {
        std::error_code missing;
        return std::filesystem::equivalent(folder, pathNamed(sample), missing);
    });
}

} // namespace autochrome
