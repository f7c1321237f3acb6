#include "ui/training/run/run_words.h"

#include "core/learn/loop/training_failure.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace autochrome {
namespace {

// Before that, a guess from the steps so far is none.
constexpr double leastSeconds = 20;
constexpr double leastShare = 0.001;

constexpr double minute = 60;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

double rounded(double seconds, double unit)
{
    return std::round(seconds / unit) * unit;
}

} // namespace

QString RunWords::phase(const RunState& state)
{
    const TrainingStatus& status = state.status;
    switch (state.presence) {
    case RunState::Presence::None:
        return tr("No training has been started yet.");
    case RunState::Presence::NotBegun:
        return tr("Nothing has been trained here yet.");
    case RunState::Presence::Gone:
        return tr("The training's folder was removed; what it had learnt went with it.");
    case RunState::Presence::Damaged:
        return words(state.problem.message);
    case RunState::Presence::Begun:
        break;
    }
    switch (status.phase) {
    case TrainingPhase::Preparing:
        if (status.activity.isEmpty())
            return tr("Getting ready.");
        return tr("Getting ready: %1, %2 %.")
            .arg(words(status.activity))
            .arg(int(100 * std::clamp(status.activityDone, 0.0, 1.0)));
    case TrainingPhase::Training:
        return tr("Learning.");
    case TrainingPhase::Validating:
        return tr("Validating on photos that it does not learn from.");
    case TrainingPhase::Stopped:
        return state.hasCheckpoint ? tr("Paused at step %1.").arg(number(status.step))
                                   : tr("Stopped before the first step.");
    case TrainingPhase::Done:
        return tr("Done after %1.").arg(duration(status.secondsSpent));
    case TrainingPhase::Failed:
        return status.step > 0 ? tr("Failed at step %1.").arg(number(status.step))
                               : tr("Failed before the first step.");
    case TrainingPhase::Interrupted:
        break;
    }
    return tr("Interrupted at step %1.").arg(number(status.step));
}

QString RunWords::timeLeft(const RunState& state, const QDateTime& now)
{
    const TrainingStatus& status = state.status;
    if (!state.isRunning() || status.phase == TrainingPhase::Preparing)
        return {};
    if (status.secondsSpent < leastSeconds || status.fraction < leastShare)
        return tr("The time left will be known after a few more steps.");
    if (status.fraction >= 1)
        return tr("Only the last validation is left.");
    const QDateTime said = QDateTime::fromMSecsSinceEpoch(qint64(1000 * status.time));
    const double left = std::max(0.0, status.secondsLeft - double(said.secsTo(now)));
    const QString end = pointInTime(now.addSecs(qint64(left)), now);
    // One with patience ends as soon as it gains nothing more.
    if (state.run && state.run->settings.patience > 0)
        return tr("At most %1 left, until about %2; it ends earlier if it stops improving.")
            .arg(duration(left), end);
    return tr("About %1 left, until about %2.").arg(duration(left), end);
}

QString RunWords::duration(double seconds)
{
    if (!(seconds >= 1))
        return tr("a moment");
    if (seconds < minute)
        return tr("%1 s").arg(int(seconds));
    if (seconds < 10 * minute)
        return tr("%1 min").arg(int(rounded(seconds, minute) / minute));
    if (seconds < hour - 30)
        return tr("%1 min").arg(int(rounded(seconds, minute) / minute));
    if (seconds < day - hour / 2) {
        const auto whole = qint64(rounded(seconds, seconds < 6 * hour ? minute : 10 * minute));
        const qint64 minutes = whole / 60 % 60;
        return minutes > 0 ? tr("%1 h %2 min").arg(whole / 3600).arg(minutes)
                           : tr("%1 h").arg(whole / 3600);
    }
    const auto hours = qint64(rounded(seconds, hour) / hour);
    return hours % 24 > 0 ? tr("%1 d %2 h").arg(hours / 24).arg(hours % 24)
                          : tr("%1 d").arg(hours / 24);
}

QString RunWords::pointInTime(const QDateTime& when, const QDateTime& now)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")); // some have seconds, which no guess is good for
    QString time = locale.toString(when.time(), format);
    const qint64 days = now.date().daysTo(when.date());
    if (days == 0)
        return time;
    if (days == 1)
        return tr("%1 tomorrow").arg(time);
    constexpr int aWeek = 7;
    //: A weekday or a date, and a time of day.
    return tr("%1, %2").arg(days < aWeek ? locale.dayName(when.date().dayOfWeek())
                                         : locale.toString(when.date(), QLocale::ShortFormat),
                            time);
}

QString RunWords::bytes(std::uint64_t count)
{
    return QLocale().formattedDataSize(qint64(count), count < (1 << 30) ? 0 : 1,
                                       QLocale::DataSizeSIFormat);
}

QString RunWords::remedy(const RunState& state)
{
    const TrainingStatus& status = state.status;
    const bool failed =
        state.presence == RunState::Presence::Begun && status.error &&
        (status.phase == TrainingPhase::Failed || status.phase == TrainingPhase::Interrupted);
    if (!failed)
        return {};
    const QString kept =
        state.hasCheckpoint
            ? tr("What it had learnt up to its last checkpoint is kept.")
            : tr("There is no checkpoint yet, so it would start from the beginning.");
    if (status.phase == TrainingPhase::Interrupted)
        return kept + u' ' + tr("“Go on” continues from there.");
    switch (status.error->code) {
    case ErrorCode::OutOfMemory:
        return kept + u' ' +
               tr("Fewer photos at a time need less memory; so does closing other programs.");
    case ErrorCode::DiskFull:
        return kept + u' ' + tr("Make room on the disk, then go on.");
    default:
        return isNotFinite(*status.error)
                   ? kept + u' ' + tr("At half the learning rate it may get past these photos.")
                   : kept;
    }
}

double RunWords::epoch(const RunState& state)
{
    const TrainingStatus& status = state.status;
    return status.photos > 0 ? double(status.samples) / double(status.photos) : 0;
}

} // namespace autochrome
