#include "resources/resources.h"

#include <QtGlobal>
#include <QDir>

void initAutochromeResources()
{
    Q_INIT_RESOURCE(resources);
}
