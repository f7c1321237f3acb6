#pragma once

#include "ui/queue/job_counts.h"
#include "ui/queue/job_filter.h"

#include <QAbstractTableModel>
#include <QHash>
#include <optional>
#include <vector>

namespace autochrome {

class JobThumbnails;

/// The photos of the queue, a hundred thousand of them if need be: filtered and sorted here, in one
/// pass over an array, which a proxy model takes forty times as long for (bench_queue).
class JobTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PhotoColumn, StateColumn, TimeColumn, ColumnCount };
    enum Role { RowRole = Qt::UserRole }; ///< a pointer to the JobRow, valid until the next change
    static constexpr int queueOrder = -1; ///< for sort(): as they will be worked on

    /// @param thumbnails  small pictures for the Photo column; null: none
    explicit JobTableModel(JobThumbnails* thumbnails = nullptr, QObject* parent = nullptr);

    /// Replaces everything, in the order of the queue. Only what has changed is announced.
    void setRows(std::vector<JobRow> rows);
    /// A photo goes on. Unknown ones are ignored.
    void setStage(JobId job, JobStage stage);
    void setEnded(JobId job, const PhotoOutcome& outcome);

    void setFilter(const JobFilter& filter);
    const JobFilter& filter() const { return filter_; }
    /// How many there are in each state, in the filter's batch, whatever its state and text.
    const JobCounts& counts() const { return counts_; }
    qint64 count(JobState state) const { return counts_[state]; }
    qint64 total() const { return counts_.total(); }

    const JobRow& row(int visible) const
    {
        return rows_[std::size_t(visible_[std::size_t(visible)])];
    }
    const JobRow* find(JobId job) const;
    /// The row where a photo is listed; -1: filtered out, or unknown.
    int visibleRow(JobId job) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    // Photos are dragged to another place of their batch, while the list is in the queue's order.
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void countsChanged();
    void filterChanged();
    /// Photos were dropped before or after one of their batch. Nothing has changed here yet.
    void moveAsked(const std::vector<JobId>& jobs, JobId neighbour, bool after);

private:
    struct Place
    {
        JobId neighbour;
        bool after;
    };
    std::optional<Place> placeAt(int listed, const std::vector<JobId>& jobs) const;
    std::vector<int> wanted() const;
    void relist();
    void changed(int row);
    void changeState(JobRow& row, JobState state);
    void count();

    JobThumbnails* thumbnails_;
    std::vector<JobRow> rows_;     ///< in the order of the queue
    QHash<JobId, int> places_;     ///< in rows_
    std::vector<int> visible_;     ///< places in rows_, in the order of the list
    std::vector<int> visibleRows_; ///< of each place; -1: not listed
    JobFilter filter_;
    int sortColumn_ = queueOrder;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    JobCounts counts_;
};

} // namespace autochrome
