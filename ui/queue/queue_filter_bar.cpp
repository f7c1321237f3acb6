#include "ui/queue/queue_filter_bar.h"

#include "ui/widgets/clear_button.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>

namespace autochrome {

QueueFilterBar::QueueFilterBar()
    : batches_(new QComboBox), states_(new QComboBox), search_(new QLineEdit)
{
    batches_->setObjectName(QStringLiteral("batches"));
    batches_->setAccessibleName(tr("Group of photos"));
    batches_->setAccessibleDescription(batches_->accessibleName()); // its name is what is chosen
    batches_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    batches_->setMinimumContentsLength(12); // a long name does not widen the window
    states_->setObjectName(QStringLiteral("states"));
    states_->setAccessibleName(tr("State"));
    states_->setAccessibleDescription(states_->accessibleName());
    states_->addItem(tr("All states"), -1);
    for (const JobState state : allJobStates)
        states_->addItem(stateText(state), int(state));
    search_->setObjectName(QStringLiteral("search"));
    search_->setPlaceholderText(tr("Search by name or folder"));
    search_->setAccessibleName(tr("Search"));
    addClearButton(search_);
    search_->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    search_->setMaximumWidth(fontMetrics().averageCharWidth() * 36);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(batches_);
    layout->addWidget(states_);
    layout->addWidget(search_, 1);
    layout->addStretch();

    setBatches({});
    connect(batches_, &QComboBox::currentIndexChanged, this, &QueueFilterBar::changed);
    connect(states_, &QComboBox::currentIndexChanged, this, &QueueFilterBar::changed);
    connect(search_, &QLineEdit::textChanged, this, &QueueFilterBar::changed);
}

JobFilter QueueFilterBar::filter() const
{
    JobFilter filter{.batch = batches_->currentData().toLongLong(),
                     .containing = search_->text().trimmed()};
    if (const int state = states_->currentData().toInt(); state >= 0)
        filter.state = JobState(state);
    return filter;
}

// The newest batch first: it is the one that is looked for.
void QueueFilterBar::setBatches(std::vector<Batch> batches)
{
    const BatchId chosen = batches_->currentData().toLongLong();
    {
        const QSignalBlocker quiet(batches_);
        batches_->clear();
        batches_->addItem(tr("All groups"), 0LL);
        std::sort(batches.begin(), batches.end(),
                  [](const Batch& a, const Batch& b) { return a.id > b.id; });
        for (const Batch& batch : batches) {
            QString name = tr("%1. %2", "number and name of a group of photos")
                               .arg(batch.id)
                               .arg(QString::fromStdString(batch.name));
            if (batch.paused)
                name += tr(" (paused)");
            if (!batch.watched.empty())
                name += tr(" (watches its folder)");
            batches_->addItem(name, qint64(batch.id));
        }
        batches_->setCurrentIndex(std::max(0, batches_->findData(qint64(chosen))));
    }
    if (batches_->currentData().toLongLong() != chosen)
        Q_EMIT changed();
}

} // namespace autochrome
