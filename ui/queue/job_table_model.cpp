#include "ui/queue/job_table_model.h"

#include "ui/queue/job_drag.h"
#include "ui/queue/job_thumbnails.h"

#include <QDateTime>
#include <QMimeData>
#include <algorithm>

namespace autochrome {

JobTableModel::JobTableModel(JobThumbnails* thumbnails, QObject* parent)
    : QAbstractTableModel(parent), thumbnails_(thumbnails)
{
    if (thumbnails_)
        connect(thumbnails_, &JobThumbnails::ready, this, [this](JobId job) {
            if (const int row = visibleRow(job); row >= 0)
                Q_EMIT dataChanged(index(row, PhotoColumn), index(row, PhotoColumn),
                                   {Qt::DecorationRole});
        });
}

void JobTableModel::setRows(std::vector<JobRow> rows)
{
    const bool sameJobs = std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(),
                                     [](const JobRow& a, const JobRow& b) { return a.id == b.id; });
    if (sameJobs && rows == rows_)
        return;
    if (!sameJobs) {
        // The list points into what is replaced here, so both change together.
        beginResetModel();
        rows_ = std::move(rows);
        places_.clear();
        places_.reserve(qsizetype(rows_.size()));
        for (std::size_t i = 0; i < rows_.size(); ++i)
            places_.insert(rows_[i].id, int(i));
        visible_.clear();
        visibleRows_.assign(rows_.size(), -1);
        visible_ = wanted();
        for (std::size_t i = 0; i < visible_.size(); ++i)
            visibleRows_[std::size_t(visible_[i])] = int(i);
        endResetModel();
    } else {
        rows_ = std::move(rows);
        relist();
        if (!visible_.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(visible_.size()) - 1, ColumnCount - 1));
    }
    count();
}

void JobTableModel::count()
{
    counts_.count(rows_, filter_.batch);
    Q_EMIT countsChanged();
}

void JobTableModel::changeState(JobRow& row, JobState state)
{
    counts_.change(row, state);
    row.state = state;
}

void JobTableModel::setStage(JobId job, JobStage stage)
{
    const auto place = places_.constFind(job);
    if (place == places_.constEnd())
        return;
    JobRow& row = rows_[std::size_t(*place)];
    changeState(row, JobState::Running);
    row.stage = stage;
    row.message.clear();
    row.detail.clear();
    changed(*place);
}

void JobTableModel::setEnded(JobId job, const PhotoOutcome& outcome)
{
    const auto place = places_.constFind(job);
    if (place == places_.constEnd())
        return;
    JobRow& row = rows_[std::size_t(*place)];
    changeState(row, stateOf(outcome.status));
    row.stage = JobStage::None;
    row.message = messageOf(outcome);
    row.detail = outcome.error ? QString::fromStdString(outcome.error->detail) : QString();
    row.result = outcome.result.native();
    row.seconds = outcome.seconds.total();
    row.finished = QDateTime::currentMSecsSinceEpoch();
    changed(*place);
}

// One row has changed; it may no longer belong into the list, or belong there now.
void JobTableModel::changed(int place)
{
    const int listed = visibleRows_[std::size_t(place)];
    if ((listed >= 0) != filter_.matches(rows_[std::size_t(place)]))
        relist();
    else if (listed >= 0)
        Q_EMIT dataChanged(index(listed, 0), index(listed, ColumnCount - 1));
    Q_EMIT countsChanged();
}

void JobTableModel::setFilter(const JobFilter& filter)
{
    if (filter == filter_)
        return;
    const bool otherBatch = filter.batch != filter_.batch;
    filter_ = filter;
    relist();
    if (otherBatch)
        count();
    Q_EMIT filterChanged();
}

std::vector<int> JobTableModel::wanted() const
{
    std::vector<int> places;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (filter_.matches(rows_[i]))
            places.push_back(int(i));
    if (sortColumn_ == queueOrder)
        return places;
    const auto before = [&](int a, int b) {
        const JobRow& one = rows_[std::size_t(sortOrder_ == Qt::AscendingOrder ? a : b)];
        const JobRow& other = rows_[std::size_t(sortOrder_ == Qt::AscendingOrder ? b : a)];
        switch (sortColumn_) {
        case PhotoColumn:
            return one.path.compare(other.path, Qt::CaseInsensitive) < 0;
        case StateColumn:
            return one.state < other.state;
        default:
            return one.seconds < other.seconds;
        }
    };
    std::stable_sort(places.begin(), places.end(), before);
    return places;
}

// Lists anew. Whoever points at a row goes on pointing at it, if it is still there.
void JobTableModel::relist()
{
    std::vector<int> places = wanted();
    if (places == visible_)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList held = persistentIndexList();
    std::vector<int> rows(rows_.size(), -1);
    for (std::size_t i = 0; i < places.size(); ++i)
        rows[std::size_t(places[i])] = int(i);
    QModelIndexList moved;
    moved.reserve(held.size());
    for (const QModelIndex& index : held) {
        const int now = rows[std::size_t(visible_[std::size_t(index.row())])];
        moved << (now >= 0 ? createIndex(now, index.column()) : QModelIndex());
    }
    visible_ = std::move(places);
    visibleRows_ = std::move(rows);
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged();
}

const JobRow* JobTableModel::find(JobId job) const
{
    const auto place = places_.constFind(job);
    return place == places_.constEnd() ? nullptr : &rows_[std::size_t(*place)];
}

int JobTableModel::visibleRow(JobId job) const
{
    const auto place = places_.constFind(job);
    return place == places_.constEnd() ? -1 : visibleRows_[std::size_t(*place)];
}

int JobTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(visible_.size());
}

int JobTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobRow& job = row(index.row());
    switch (role) {
    case RowRole:
        return QVariant::fromValue(static_cast<const void*>(&job));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (index.column() == PhotoColumn)
            return nameText(job);
        return index.column() == StateColumn ? messageText(job) : timeText(job);
    case Qt::AccessibleDescriptionRole:
        return index.column() == PhotoColumn ? folderText(job) : QString();
    case Qt::ToolTipRole:
        return toolTipText(job);
    case Qt::DecorationRole:
        if (index.column() == PhotoColumn && thumbnails_)
            return thumbnails_->find(job);
        return {};
    case Qt::TextAlignmentRole:
        return index.column() == TimeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant();
    default:
        return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case PhotoColumn:
        return tr("Photo");
    case StateColumn:
        return tr("State");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    sortColumn_ = column;
    sortOrder_ = order;
    relist();
}

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
    return {JobDrag::mimeType()};
}

QMimeData* JobTableModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<int> rows;
    for (const QModelIndex& index : indexes)
        if (index.column() == PhotoColumn)
            rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    JobDrag drag;
    for (const int listed : rows)
        drag.jobs.push_back(row(listed).id);
    return drag.toMimeData().release();
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
    return data && action == Qt::MoveAction && !parent.isValid() &&
           placeAt(row, JobDrag::of(*data).jobs);
}

bool JobTableModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                 const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const std::vector<JobId> jobs = JobDrag::of(*data).jobs;
    const auto place = placeAt(row, jobs);
    Q_EMIT moveAsked(jobs, place->neighbour, place->after);
    return true;
}

} // namespace autochrome
