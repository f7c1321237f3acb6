#include "ui/queue/queue_news.h"

#include "ui/queue/batch_service.h"
#include "ui/queue/desktop_notifier.h"
#include "ui/queue/job_table_model.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QLocale>

namespace autochrome {

QueueNews::QueueNews(const BatchService* service, const JobTableModel* model,
                     DesktopNotifier* desktop, QObject* parent)
    : QObject(parent), service_(service), model_(model), desktop_(desktop)
{
    connect(model, &JobTableModel::countsChanged, this, &QueueNews::showProgress);
    connect(service, &BatchService::activityChanged, this, &QueueNews::showProgress);
    connect(service, &BatchService::finished, this, &QueueNews::tellEnd);
    connect(service, &BatchService::failed, this, [this](const Error& error) {
        Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
    });
}

void QueueNews::showProgress()
{
    using Activity = BatchService::Activity;
    const Activity activity = service_->activity();
    const bool busy = activity == Activity::Running || activity == Activity::Stopping;
    const JobCounts& counts = model_->counts();
    const qint64 total = counts.total();
    desktop_->showProgress(busy && total > 0 ? double(counts.ended()) / double(total) : -1);
}

void QueueNews::tellEnd(const RunSummary& summary)
{
    if (!summary.stopped.isEmpty()) {
        const QString reason = words(summary.stopped);
        Q_EMIT problem(tr("The queue has stopped; the remaining photos wait: %1").arg(reason), {});
        desktop_->notify(tr("The queue has stopped"), reason);
        return;
    }
    if (summary.done + summary.failed + summary.skipped == 0)
        return;
    const QLocale locale;
    const QString totals =
        tr("%1 done, %2 skipped, %3 failed")
            .arg(locale.toString(qint64(summary.done)), locale.toString(qint64(summary.skipped)),
                 locale.toString(qint64(summary.failed)));
    // Whoever looks at the window sees it there.
    if (!QApplication::activeWindow())
        desktop_->notify(tr("The queue is done"), totals);
}

} // namespace autochrome
