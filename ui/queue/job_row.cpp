#include "ui/queue/job_row.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace autochrome {

QString pathText(const std::string& path)
{
    return QString::fromUtf8(path.data(), qsizetype(path.size()));
}

QString messageOf(const PhotoOutcome& outcome)
{
    if (outcome.error)
        return words(outcome.error->message);
    if (!outcome.reason.isEmpty())
        return words(outcome.reason);
    QStringList warnings;
    for (const Message& warning : outcome.warnings)
        warnings << words(warning);
    return warnings.join(QLatin1Char(' '));
}

JobRow rowOf(const Job& job)
{
    JobRow row{.id = job.id, .batch = job.batch, .state = job.state, .stage = job.stage};
    row.source = job.source.path.native();
    row.page = job.source.page;
    row.path = pathText(job.source.place());
    row.finished = job.finished;
    // What the last attempt said means nothing to one that waits for the next.
    const bool ended = job.state == JobState::Done || job.state == JobState::Failed ||
                       job.state == JobState::Skipped;
    if (!ended)
        return row;
    row.result = job.outcome.result.native();
    row.message = messageOf(job.outcome);
    if (job.outcome.error)
        row.detail = QString::fromStdString(job.outcome.error->detail);
    row.seconds = job.outcome.seconds.total();
    return row;
}

QString stateText(JobState state)
{
    switch (state) {
    case JobState::Waiting:
        return QCoreApplication::translate("JobState", "Waiting");
    case JobState::Running:
        return QCoreApplication::translate("JobState", "Working");
    case JobState::Paused:
        return QCoreApplication::translate("JobState", "Paused");
    case JobState::Done:
        return QCoreApplication::translate("JobState", "Done");
    case JobState::Failed:
        return QCoreApplication::translate("JobState", "Failed");
    case JobState::Skipped:
        return QCoreApplication::translate("JobState", "Skipped");
    case JobState::Cancelled:
        return QCoreApplication::translate("JobState", "Cancelled");
    }
    return {};
}

QString stageText(JobStage stage)
{
    switch (stage) {
    case JobStage::Read:
        return QCoreApplication::translate("JobState", "Reading");
    case JobStage::Colour:
        return QCoreApplication::translate("JobState", "Colouring");
    case JobStage::Write:
        return QCoreApplication::translate("JobState", "Saving");
    case JobStage::None:
        break;
    }
    return {};
}

} // namespace autochrome
