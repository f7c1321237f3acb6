#include "ui/queue/job_row.h"

#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace autochrome {

namespace {

// Empty for None.
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

} // namespace

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

QString nameText(const JobRow& row)
{
    return row.path.mid(row.path.lastIndexOf(u'/') + 1);
}

QString folderText(const JobRow& row)
{
    return QDir::toNativeSeparators(
        row.path.left(std::max<qsizetype>(1, row.path.lastIndexOf(u'/'))));
}

QString stateText(const JobRow& row)
{
    return row.state == JobState::Running && row.stage != JobStage::None ? stageText(row.stage)
                                                                         : stateText(row.state);
}

QString messageText(const JobRow& row)
{
    const QString state = stateText(row);
    return row.message.isEmpty() ? state : state + QStringLiteral(": ") + row.message;
}

QString timeText(const JobRow& row)
{
    if (row.state != JobState::Done && row.state != JobState::Failed)
        return {};
    return QCoreApplication::translate("JobRow", "%1 s", "seconds of work")
        .arg(QLocale().toString(row.seconds, 'f', 1));
}

QString toolTipText(const JobRow& row)
{
    QStringList lines{QDir::toNativeSeparators(row.path), messageText(row)};
    if (!row.detail.isEmpty())
        lines << row.detail;
    if (!row.result.empty())
        lines << QCoreApplication::translate("JobRow", "Result: %1").arg(pathText(row.result));
    if (row.finished > 0)
        lines << QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.finished),
                                    QLocale::ShortFormat);
    return lines.join(u'\n');
}

} // namespace autochrome
