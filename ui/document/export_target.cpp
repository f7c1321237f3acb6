#include "ui/document/export_target.h"

#include "core/photo/formats/format_names.h"
#include "ui/settings/places.h"
#include "ui/settings/sample_photo.h"
#include "ui/widgets/path_names.h"

#include <QDir>
#include <QFileInfo>

namespace autochrome {

namespace {

QString extensionOf(FileFormat format)
{
    return QLatin1String(formatExtension(format));
}

} // namespace

std::optional<FileFormat> formatOfFileName(const QString& name)
{
    return formatOfName(QFileInfo(name).suffix().toStdString());
}

QString withExtension(const QString& name, FileFormat format)
{
    const std::optional<FileFormat> named = formatOfFileName(name);
    if (named == format)
        return name;
    QString stem = name;
    if (named)
        stem.chop(QFileInfo(name).suffix().size());
    if (!stem.endsWith(u'.'))
        stem += u'.';
    return stem + extensionOf(format);
}

QString suggestedTarget(const Photo& photo, FileFormat format)
{
    const QFileInfo source(nameOfPath(photo.source.path));
    QString folder = source.absolutePath();
    if (!QFileInfo(folder).isWritable() || isSamplePhoto(source.filePath()))
        folder = picturesFolder();
    if (!QFileInfo(folder).isWritable())
        folder = QDir::homePath();
    return QStringLiteral("%1/%2_colour.%3")
        .arg(folder, nameOfPath(photo.source.stem()), extensionOf(format));
}

} // namespace autochrome
