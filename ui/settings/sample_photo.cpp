#include "ui/settings/sample_photo.h"

#include <QCoreApplication>
#include <QDir>

namespace autochrome {

QString samplePhoto()
{
    const QStringList folders{QCoreApplication::applicationDirPath() +
                                  QStringLiteral("/../share/autochrome/sample"),
                              QStringLiteral(AUTOCHROME_SOURCE_SAMPLES)};
    for (const QString& path : folders) {
        const QDir folder(path);
        const QStringList photos =
            folder.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
        if (!photos.isEmpty())
            return QDir::cleanPath(folder.absoluteFilePath(photos.front()));
    }
    return {};
}

} // namespace autochrome
