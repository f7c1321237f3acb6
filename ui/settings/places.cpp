#include "ui/settings/places.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace autochrome {

namespace {

QString folderFor(QStandardPaths::StandardLocation location)
{
    const QString folder = QStandardPaths::writableLocation(location);
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

} // namespace

QString picturesFolder()
{
    return folderFor(QStandardPaths::PicturesLocation);
}

QString documentsFolder()
{
    return folderFor(QStandardPaths::DocumentsLocation);
}

QString folderOrPictures(const QString& folder)
{
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : picturesFolder();
}

} // namespace autochrome
