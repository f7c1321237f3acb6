#include "translations/translations.h"

#include <QDir>

void initAutochromeTranslations()
{
    Q_INIT_RESOURCE(translations);
}
