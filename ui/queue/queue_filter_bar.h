#pragma once

#include "core/queue/journal/journal_entries.h"
#include "ui/queue/job_filter.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLineEdit;

namespace autochrome {

/// Where a person says which photos of the queue are listed: of which batch, in which state, with
/// what in their path.
class QueueFilterBar : public QWidget
{
    Q_OBJECT

public:
    QueueFilterBar();

    JobFilter filter() const;
    /// Those that there are to choose from. Goes back to all if the chosen one is gone.
    void setBatches(std::vector<Batch> batches);

Q_SIGNALS:
    void changed();

private:
    QComboBox* batches_;
    QComboBox* states_;
    QLineEdit* search_;
};

} // namespace autochrome
