#include "ui/queue/job_table_model.h"

#include "ui/queue/job_thumbnails.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <numeric>

namespace autochrome {

namespace {

QString nameOf(const QString& path)
{
    return path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
}

QString folderOf(const QString& path)
{
    return QDir::toNativeSeparators(path.left(std::max<qsizetype>(1, path.lastIndexOf(u'/'))));
}

QString timeOf(const JobRow& row)
{
    if (row.state != JobState::Done && row.state != JobState::Failed)
        return {};
    return JobTableModel::tr("%1 s", "seconds of work")
        .arg(QLocale().toString(row.seconds, 'f', 1));
}

QString describe(const JobRow& row)
{
    QString text = row.state == JobState::Running && row.stage != JobStage::None
                       ? stageText(row.stage)
                       : stateText(row.state);
    if (!row.message.isEmpty())
        text += QStringLiteral(": ") + row.message;
    return text;
}

bool isUnfinished(JobState state)
{
    return state == JobState::Waiting || state == JobState::Running || state == JobState::Paused;
}

QString toolTipOf(const JobRow& row)
{
    QStringList lines{QDir::toNativeSeparators(row.path), describe(row)};
    if (!row.detail.isEmpty())
        lines << row.detail;
    if (!row.result.empty())
        lines << JobTableModel::tr("Result: %1").arg(pathText(row.result));
    if (row.finished > 0)
        lines << QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.finished),
                                    QLocale::ShortFormat);
    return lines.join(u'\n');
}

} // namespace

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
    Counts counts{};
    unfinished_.clear();
    for (const JobRow& row : rows_) {
        if (filter_.batch == 0 || row.batch == filter_.batch)
            ++counts[std::size_t(row.state)];
        if (autochrome::isUnfinished(row.state))
            ++unfinished_[row.batch];
    }
    counts_ = counts;
    Q_EMIT countsChanged();
}

qint64 JobTableModel::total() const
{
    return std::accumulate(counts_.begin(), counts_.end(), qint64(0));
}

void JobTableModel::changeState(JobRow& row, JobState state)
{
    if (filter_.batch == 0 || row.batch == filter_.batch) {
        --counts_[std::size_t(row.state)];
        ++counts_[std::size_t(state)];
    }
    unfinished_[row.batch] +=
        int(autochrome::isUnfinished(state)) - int(autochrome::isUnfinished(row.state));
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
    if ((listed >= 0) != matches(rows_[std::size_t(place)]))
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
}

bool JobTableModel::matches(const JobRow& row) const
{
    return (filter_.batch == 0 || row.batch == filter_.batch) &&
           (!filter_.state || row.state == *filter_.state) &&
           (filter_.containing.isEmpty() ||
            row.path.contains(filter_.containing, Qt::CaseInsensitive));
}

std::vector<int> JobTableModel::wanted() const
{
    std::vector<int> places;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (matches(rows_[i]))
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
            return nameOf(job.path);
        return index.column() == StateColumn ? describe(job) : timeOf(job);
    case Qt::AccessibleDescriptionRole:
        return index.column() == PhotoColumn ? folderOf(job.path) : QString();
    case Qt::ToolTipRole:
        return toolTipOf(job);
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

} // namespace autochrome
