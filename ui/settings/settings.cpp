#include "ui/settings/settings.h"

#include <QSettings>

namespace autochrome {

QVariant readSetting(const char* name, const QVariant& fallback)
{
    QVariant value = QSettings().value(QLatin1String(name), fallback);
    // The file holds text: "true" becomes a bool here, rubbish becomes the fallback.
    return value.convert(fallback.metaType()) ? value : fallback;
}

void writeSetting(const char* name, const QVariant& value)
{
    QSettings().setValue(QLatin1String(name), value);
}

} // namespace autochrome
