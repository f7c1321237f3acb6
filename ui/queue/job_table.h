#pragma once

#include "core/queue/job.h"

#include <QSet>
#include <QTableView>
#include <vector>

namespace autochrome {

class JobTableModel;
struct JobRow;

/// The photos of the queue as a table: what it looks like, and which of them are selected.
class JobTable : public QTableView
{
    Q_OBJECT

public:
    explicit JobTable(JobTableModel* model);

    QSize sizeHint() const override;

    const JobTableModel* jobs() const { return jobs_; }
    /// The photo on which the keyboard is; null: none.
    const JobRow* current() const;
    std::vector<JobId> selectedJobs() const; ///< in the order of the list
    QSet<JobState> selectedStates() const;   ///< quickly, however many there are
    BatchId selectedBatch() const;           ///< of the first selected one, as quickly; 0: none
    /// Those of them that are listed.
    void select(const std::vector<JobId>& jobs);

private:
    const JobTableModel* jobs_;
};

} // namespace autochrome
