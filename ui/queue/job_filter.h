#pragma once

#include "ui/queue/job_row.h"

#include <optional>

namespace autochrome {

/// Which photos of the queue are listed.
struct JobFilter
{
    BatchId batch = 0;                  ///< 0: of all batches
    std::optional<JobState> state = {}; ///< none: in every state
    QString containing = {};            ///< in the path, whatever the case

    bool matches(const JobRow& row) const
    {
        return (batch == 0 || row.batch == batch) && (!state || row.state == *state) &&
               (containing.isEmpty() || row.path.contains(containing, Qt::CaseInsensitive));
    }

    bool operator==(const JobFilter&) const = default;
};

} // namespace autochrome
