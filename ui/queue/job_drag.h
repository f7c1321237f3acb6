#pragma once

#include "core/queue/job.h"

#include <QStringList>
#include <memory>
#include <vector>

class QMimeData;

namespace autochrome {

/// Photos of the queue on their way to another place in it, as a drag carries them. Their numbers
/// mean something in this process only: another may have another queue.
struct JobDrag
{
    std::vector<JobId> jobs; ///< in the order of the list

    /// The kind of data that a drag is.
    static QString mimeType();
    /// What is carried; no photos if it is something else, or another process's.
    static JobDrag of(const QMimeData& data);

    std::unique_ptr<QMimeData> toMimeData() const;
};

} // namespace autochrome
