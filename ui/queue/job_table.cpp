#include "ui/queue/job_table.h"

#include "ui/queue/job_delegate.h"
#include "ui/queue/job_table_model.h"

#include <QHeaderView>
#include <algorithm>

namespace autochrome {

JobTable::JobTable(JobTableModel* model) : jobs_(model)
{
    setModel(model);
    setItemDelegate(new JobDelegate(this));
    setAccessibleName(tr("Photos in the queue"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDragDropOverwriteMode(false); // between rows, not onto one
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(JobDelegate::rowHeight(fontMetrics()));
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(JobTableModel::PhotoColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(JobTableModel::StateColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(JobTableModel::TimeColumn, QHeaderView::Fixed);
    header->resizeSection(JobTableModel::PhotoColumn, fontMetrics().averageCharWidth() * 52);
    header->resizeSection(JobTableModel::TimeColumn, fontMetrics().averageCharWidth() * 14);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorClearable(true); // the third click is the queue's own order
    header->setSortIndicator(JobTableModel::queueOrder, Qt::AscendingOrder);
    setSortingEnabled(true);
}

QSize JobTable::sizeHint() const
{
    // Five photos: enough to see it work, and the photo above keeps the most of the window.
    return {QTableView::sizeHint().width(),
            horizontalHeader()->sizeHint().height() + 5 * verticalHeader()->defaultSectionSize()};
}

const JobRow* JobTable::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &jobs_->row(index.row()) : nullptr;
}

std::vector<JobId> JobTable::selectedJobs() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<JobId> jobs;
    for (const QModelIndex& index : rows)
        jobs.push_back(jobs_->row(index.row()).id);
    return jobs;
}

QSet<JobState> JobTable::selectedStates() const
{
    QSet<JobState> states;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            states.insert(jobs_->row(row).state);
    }
    return states;
}

BatchId JobTable::selectedBatch() const
{
    int first = jobs_->rowCount();
    for (const QItemSelectionRange& range : selectionModel()->selection())
        first = std::min(first, range.top());
    return first < jobs_->rowCount() ? jobs_->row(first).batch : 0;
}

void JobTable::select(const std::vector<JobId>& jobs)
{
    std::vector<int> rows;
    for (const JobId job : jobs)
        if (const int row = jobs_->visibleRow(job); row >= 0)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    // Neighbours in one range: a selection of many thousand ranges is slow in all that it does.
    QItemSelection selection;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        for (end = begin + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;)
            ++end;
        selection.append(
            QItemSelectionRange(jobs_->index(rows[begin], 0),
                                jobs_->index(rows[end - 1], JobTableModel::ColumnCount - 1)));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty())
        scrollTo(selection.front().topLeft());
}

} // namespace autochrome
