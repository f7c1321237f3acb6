#include "ui/widgets/photo_filter.h"

#include "core/photo/formats/photo_formats.h"

#include <QCoreApplication>
#include <QStringList>

namespace autochrome {

QString photoFilter()
{
    QStringList patterns;
    for (const PhotoFormat& format : photoFormats)
        for (const std::string_view extension : format.extensions)
            patterns << QStringLiteral("*.%1").arg(
                QLatin1String(extension.data(), qsizetype(extension.size())));
    return QCoreApplication::translate("PhotoFilter", "Photos (%1);;All files (*)")
        .arg(patterns.join(u' '));
}

} // namespace autochrome
