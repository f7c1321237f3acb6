#include "ui/settings/dropped_files.h"

#include <QMimeData>
#include <QUrl>

namespace autochrome {

QStringList droppedFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace autochrome
