#include "ui/queue/job_list.h"

#include "ui/queue/job_table.h"
#include "ui/queue/job_table_model.h"

#include <QLabel>
#include <QStackedLayout>

namespace autochrome {

JobList::JobList(JobTable* table)
    : table_(table), empty_(new QLabel), pages_(new QStackedLayout(this))
{
    empty_->setObjectName(QStringLiteral("empty"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setTextFormat(Qt::PlainText);
    pages_->setContentsMargins(0, 0, 0, 0);
    pages_->addWidget(table_);
    pages_->addWidget(empty_);
    connect(table->jobs(), &JobTableModel::countsChanged, this, &JobList::refresh);
    connect(table->jobs(), &JobTableModel::filterChanged, this, &JobList::refresh);
    refresh();
}

QString JobList::whyEmpty() const
{
    const JobTableModel* jobs = table_->jobs();
    const auto& [batch, state, text] = jobs->filter();
    if (jobs->rowCount() > 0)
        return {};
    if (jobs->counts().total() == 0)
        return batch == 0 ? tr("Drop photos or folders here, or choose “Add photos to the queue…”.")
                          : tr("There are no photos in this group.");
    if (!text.isEmpty() && state)
        return tr("No photo in this state has “%1” in its name or folder.").arg(text);
    if (!text.isEmpty())
        return tr("No photo has “%1” in its name or folder.").arg(text);
    return state ? tr("No photo is in this state: %1.").arg(stateText(*state)) : QString();
}

void JobList::refresh()
{
    const QString why = whyEmpty();
    empty_->setText(why);
    pages_->setCurrentWidget(why.isEmpty() ? static_cast<QWidget*>(table_) : empty_);
}

} // namespace autochrome
