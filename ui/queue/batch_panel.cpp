#include "ui/queue/batch_panel.h"

#include "ui/queue/batch_service.h"
#include "ui/queue/desktop_notifier.h"
#include "ui/queue/job_follower.h"
#include "ui/queue/job_list.h"
#include "ui/queue/job_row_actions.h"
#include "ui/queue/job_table.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/job_thumbnails.h"
#include "ui/queue/queue_filter_bar.h"
#include "ui/queue/queue_news.h"
#include "ui/queue/queue_reports.h"
#include "ui/queue/queue_totals.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/tool_bar_keys.h"
#include "ui/widgets/words.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QToolBar>
#include <algorithm>

namespace autochrome {

BatchPanel::BatchPanel(BatchService* service, QWidget* parent)
    : QFrame(parent),
      service_(service),
      edits_(service),
      reports_(new QueueReports(service, this)),
      model_(new JobTableModel(new JobThumbnails(this), this)),
      filter_(new QueueFilterBar),
      buttons_(new QToolBar),
      table_(new JobTable(model_)),
      follower_(new JobFollower(table_, model_))
{
    setAcceptDrops(true);
    layOut();
    connectParts();
    connectService();
    filter_->setBatches(service_->batches());
}

void BatchPanel::layOut()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(filter_, 1);
    buttons_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    buttons_->setIconSize({18, 18});
    buttons_->setProperty("flat", true);
    top->addWidget(buttons_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 6);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(new JobList(table_), 1);
    layout->addWidget(new QueueTotals(service_, model_));
    setMinimumHeight(fontMetrics().height() * 9);
}

void BatchPanel::connectParts()
{
    connect(filter_, &QueueFilterBar::changed, this, [this] {
        model_->setFilter(filter_->filter());
        Q_EMIT stateChanged();
    });
    connect(model_, &JobTableModel::moveAsked, this,
            [this](const std::vector<JobId>& jobs, JobId neighbour, bool after) {
                edits_.moveBeside(jobs, neighbour, after);
            });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BatchPanel::stateChanged);
    auto* ofRows = new JobRowActions(table_);
    connect(ofRows, &JobRowActions::opened, this, &BatchPanel::opened);
    connect(ofRows, &JobRowActions::folderWanted, this, &BatchPanel::folderWanted);
    auto* news = new QueueNews(service_, model_, new DesktopNotifier(this), this);
    connect(news, &QueueNews::problem, this, &BatchPanel::problem);
    connect(reports_, &QueueReports::written, this, &BatchPanel::reported);
    connect(reports_, &QueueReports::failed, this, [this](const Error& error) {
        Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
    });
}

void BatchPanel::connectService()
{
    connect(service_, &BatchService::loaded, this, &BatchPanel::setRows);
    connect(service_, &BatchService::stageChanged, this, [this](JobId job, JobStage stage) {
        model_->setStage(job, stage);
        follower_->follow(job);
    });
    connect(service_, &BatchService::ended, model_, &JobTableModel::setEnded);
    connect(service_, &BatchService::activityChanged, this, [this] {
        if (service_->activity() == BatchService::Activity::Running)
            follower_->start();
        Q_EMIT stateChanged();
    });
}

// What is selected stays so, wherever it now stands.
void BatchPanel::setRows(const std::vector<JobRow>& rows)
{
    const std::vector<JobId> selected = table_->selectedJobs();
    filter_->setBatches(service_->batches());
    model_->setRows(rows);
    if (table_->selectedJobs() != selected)
        table_->select(selected);
    Q_EMIT stateChanged();
}

void BatchPanel::useActions(const QList<QAction*>& buttons, const QList<QAction*>& ofRows)
{
    buttons_->addActions(buttons); // those without room go into its menu
    letKeysReach(buttons_);
    table_->addActions(ofRows);
}

BatchId BatchPanel::listedBatch() const
{
    return filter_->filter().batch;
}

BatchId BatchPanel::currentBatch() const
{
    if (const BatchId listed = listedBatch(); listed != 0)
        return listed;
    if (const BatchId selected = table_->selectedBatch(); selected != 0)
        return selected;
    return service_->batches().size() == 1 ? service_->batches().front().id : 0;
}

bool BatchPanel::hasEndedBatch() const
{
    const BatchId listed = listedBatch();
    return std::any_of(
        service_->batches().begin(), service_->batches().end(), [&](const Batch& batch) {
            const bool isMeant = listed == 0 ? batch.watched.empty() : batch.id == listed;
            return isMeant && !model_->counts().isUnfinished(batch.id);
        });
}

void BatchPanel::writeReport(const QString& folder)
{
    reports_->write(currentBatch(), folder);
}

bool BatchPanel::isWritingReport() const
{
    return reports_->isWriting();
}

void BatchPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BatchPanel::dropEvent(QDropEvent* event)
{
    const QStringList paths = droppedFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(paths);
}

} // namespace autochrome
