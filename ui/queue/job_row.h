#pragma once

#include "core/queue/job.h"

#include <QString>
#include <string>

namespace autochrome {

/// A photo in the queue as the window needs it: a tenth of what the journal knows, so that a
/// hundred thousand of them cost little.
struct JobRow
{
    JobId id = 0;
    BatchId batch = 0;
    JobState state = JobState::Waiting;
    JobStage stage = JobStage::None;
    std::string source = {}; ///< path, bytes of the file system
    int page = 0;            ///< of it, see PhotoId
    std::string result = {}; ///< likewise, of Done
    QString path = {};       ///< the source as text, for showing and searching
    QString message = {};    ///< why it failed or was skipped, or what is to be said of the result
    QString detail = {};     ///< of an error, for the log
    double seconds = 0;      ///< of work
    qint64 finished = 0;     ///< milliseconds since 1970; 0: not yet

    bool operator==(const JobRow&) const = default;
};

/// What a row shows of a job.
JobRow rowOf(const Job& job);

/// A sentence's worth of a job's end: its error, its reason, or its warnings.
QString messageOf(const PhotoOutcome& outcome);

/// "Waiting", "Done", …: translated.
QString stateText(JobState state);

// A row in words.
QString nameText(const JobRow& row);    ///< of the file
QString folderText(const JobRow& row);  ///< in which it lies
QString stateText(const JobRow& row);   ///< "Done", "Colouring" while that is done, …
QString messageText(const JobRow& row); ///< the same, with what is to be said of it
QString timeText(const JobRow& row);    ///< "1.5 s"; empty if nothing was worked on
QString toolTipText(const JobRow& row); ///< all that there is to say, on several lines

/// Paths as text: bytes that are no UTF-8 are shown as replacement characters.
QString pathText(const std::string& path);

} // namespace autochrome
