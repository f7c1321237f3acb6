#include "ui/widgets/dropped_files.h"

#include "ui/widgets/path_names.h"

#include <QMimeData>
#include <QUrl>

namespace autochrome {

QStringList droppedFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths << nameOfPath(
                QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1())
                    .toStdString());
    }
    return paths;
}

} // namespace autochrome
