#include "ui/queue/queue_totals.h"

#include "ui/queue/batch_service.h"
#include "ui/queue/job_table_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <algorithm>
#include <utility>

namespace autochrome {

QueueTotals::QueueTotals(const BatchService* service, const JobTableModel* model)
    : service_(service), model_(model), words_(new QLabel), bar_(new QProgressBar)
{
    words_->setObjectName(QStringLiteral("totals"));
    words_->setTextFormat(Qt::PlainText);
    bar_->setTextVisible(false);
    bar_->setMaximumHeight(6);
    bar_->setAccessibleName(tr("Progress of the queue"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(words_);
    layout->addWidget(bar_, 1);

    connect(model, &JobTableModel::countsChanged, this, &QueueTotals::refresh);
    connect(service, &BatchService::activityChanged, this, &QueueTotals::refresh);
    connect(service, &BatchService::loaded, this, &QueueTotals::refresh);
    refresh();
}

QString QueueTotals::inWords() const
{
    const QLocale locale;
    const JobCounts& counts = model_->counts();
    QStringList facts;
    if (const qint64 total = counts.total(); total > 0)
        facts << tr("%1 of %2").arg(locale.toString(counts.ended()), locale.toString(total));
    const std::pair<JobState, QString> named[] = {{JobState::Failed, tr("%1 failed")},
                                                  {JobState::Skipped, tr("%1 skipped")},
                                                  {JobState::Paused, tr("%1 paused")},
                                                  {JobState::Cancelled, tr("%1 cancelled")}};
    for (const auto& [state, text] : named)
        if (const qint64 count = counts[state]; count > 0)
            facts << text.arg(locale.toString(count));
    using Activity = BatchService::Activity;
    const Activity activity = service_->activity();
    if (activity == Activity::Running)
        facts << service_->timeLeft(counts.pending());
    else if (activity == Activity::Stopping)
        facts << tr("finishing the photos in progress");
    else if (activity == Activity::Elsewhere)
        facts << tr("another program is working on it");
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

void QueueTotals::refresh()
{
    const qint64 total = model_->counts().total();
    words_->setText(inWords());
    bar_->setRange(0, int(std::max<qint64>(1, total)));
    bar_->setValue(int(model_->counts().ended()));
    bar_->setVisible(total > 0);
}

} // namespace autochrome
