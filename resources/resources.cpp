#include "resources/resources.h"

#include <QDir>

void initAutochromeResources()
{
    Q_INIT_RESOURCE(resources);
}
