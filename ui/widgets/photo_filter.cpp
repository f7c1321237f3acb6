#include "ui/widgets/photo_filter.h"

#include "core/base/photo_extensions.h"

#include <QCoreApplication>
#include <QStringList>

namespace autochrome {

QString photoFilter()
{
    QStringList patterns;
    for (const PhotoExtension& known : photoExtensions())
        patterns << QStringLiteral("*.") + QString::fromUtf8(known.extension.data(),
                                                             qsizetype(known.extension.size()));
    return QCoreApplication::translate("PhotoFilter", "Photos (%1);;All files (*)")
        .arg(patterns.join(u' '));
}

} // namespace autochrome
