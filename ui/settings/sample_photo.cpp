#include "ui/settings/sample_photo.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

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
    const QString folder = QFileInfo(QFileInfo(path).canonicalFilePath()).path();
    const QStringList folders = sampleFolders();
    return std::any_of(folders.begin(), folders.end(), [&](const QString& sample) {
        return folder == QFileInfo(sample).canonicalFilePath();
    });
}

} // namespace autochrome
