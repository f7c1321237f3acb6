// Photos of the queue on their way to another place in it.

#include "ui/queue/job_table_model.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <algorithm>

namespace autochrome {

namespace {

const QString mimeType = QStringLiteral("application/x-autochrome-queue-photos");

// Their numbers mean something in this process only: another may have another queue.
std::vector<JobId> carriedBy(const QMimeData* data)
{
    QDataStream stream(data->data(mimeType));
    qint64 process = 0;
    stream >> process;
    std::vector<JobId> jobs;
    if (process != QCoreApplication::applicationPid())
        return jobs;
    for (qint64 job = 0; !stream.atEnd();) {
        stream >> job;
        jobs.push_back(job);
    }
    return jobs;
}

} // namespace

Qt::ItemFlags JobTableModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (sortColumn_ != queueOrder)
        return flags;
    // What is dropped stands between two photos: on the list as a whole, as Qt has it.
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList JobTableModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData* JobTableModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<int> rows;
    for (const QModelIndex& index : indexes)
        if (index.column() == PhotoColumn)
            rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << qint64(QCoreApplication::applicationPid());
    for (const int listed : rows)
        stream << qint64(row(listed).id);
    auto* data = new QMimeData;
    data->setData(mimeType, bytes);
    return data;
}

// The photo of the same batch that what is dropped before a row (-1: below all) will stand beside.
std::optional<JobTableModel::Place> JobTableModel::placeAt(int listed,
                                                           const std::vector<JobId>& jobs) const
{
    const JobRow* first = jobs.empty() ? nullptr : find(jobs.front());
    if (!first || sortColumn_ != queueOrder)
        return {};
    const int count = rowCount();
    if (listed < 0 || listed > count)
        listed = count;
    if (listed < count && row(listed).batch == first->batch)
        return Place{row(listed).id, false};
    if (listed > 0 && row(listed - 1).batch == first->batch)
        return Place{row(listed - 1).id, true};
    return {};
}

bool JobTableModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int row,
                                    int /*column*/, const QModelIndex& parent) const
{
    return data && action == Qt::MoveAction && !parent.isValid() && placeAt(row, carriedBy(data));
}

bool JobTableModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                 const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const std::vector<JobId> jobs = carriedBy(data);
    const auto place = placeAt(row, jobs);
    Q_EMIT moveAsked(jobs, place->neighbour, place->after);
    return true;
}

} // namespace autochrome
