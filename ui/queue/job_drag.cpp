#include "ui/queue/job_drag.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace autochrome {

QString JobDrag::mimeType()
{
    return QStringLiteral("application/x-autochrome-queue-photos");
}

JobDrag JobDrag::of(const QMimeData& data)
{
    QDataStream stream(data.data(mimeType()));
    qint64 process = 0;
    stream >> process;
    JobDrag drag;
    if (process != QCoreApplication::applicationPid())
        return drag;
    for (qint64 job = 0; !stream.atEnd();) {
        stream >> job;
        drag.jobs.push_back(job);
    }
    return drag;
}

std::unique_ptr<QMimeData> JobDrag::toMimeData() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << qint64(QCoreApplication::applicationPid());
    for (const JobId job : jobs)
        stream << qint64(job);
    auto data = std::make_unique<QMimeData>();
    data->setData(mimeType(), bytes);
    return data;
}

} // namespace autochrome
