#pragma once

#include "core/queue/job.h"

#include <QObject>

class QTableView;

namespace autochrome {

class JobTableModel;

/// Keeps the photo that is being worked on in sight, unless the person looks at others: has
/// selected some, or scrolled away. Whoever scrolls back to it goes along again.
class JobFollower : public QObject
{
    Q_OBJECT

public:
    /// @param table  shows the model; becomes the parent
    JobFollower(QTableView* table, const JobTableModel* model);

    bool isFollowing() const;
    void follow(JobId job); ///< this photo is being worked on
    void start();           ///< the queue begins: whatever was looked at before

private:
    bool isInSight() const;

    QTableView* table_;
    const JobTableModel* model_;
    JobId job_ = 0;
    bool hasScrolledAway_ = false;
};

} // namespace autochrome
