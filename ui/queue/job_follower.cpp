#include "ui/queue/job_follower.h"

#include "ui/queue/job_table_model.h"

#include <QScrollBar>
#include <QTableView>

namespace autochrome {

JobFollower::JobFollower(QTableView* table, const JobTableModel* model)
    : QObject(table), table_(table), model_(model)
{
    // Told of the wheel, the bar and keys, but not of what the program does itself.
    connect(table->verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { hasScrolledAway_ = job_ != 0; });
}

bool JobFollower::isFollowing() const
{
    return !hasScrolledAway_ && !table_->selectionModel()->hasSelection();
}

bool JobFollower::isInSight() const
{
    const int row = model_->visibleRow(job_);
    return row >= 0 &&
           table_->viewport()->rect().contains(table_->visualRect(model_->index(row, 0)).center());
}

void JobFollower::follow(JobId job)
{
    if (hasScrolledAway_ && isInSight()) // of the one before: not away, or back again
        hasScrolledAway_ = false;
    job_ = job;
    const int row = model_->visibleRow(job);
    if (row < 0 || !isFollowing())
        return;
    // Sideways it stays where it is.
    table_->scrollTo(model_->index(row, 0), QAbstractItemView::EnsureVisible);
}

void JobFollower::start()
{
    hasScrolledAway_ = false;
}

} // namespace autochrome
