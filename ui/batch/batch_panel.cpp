#include "ui/batch/batch_panel.h"

#include "core/batch/report/batch_report.h"
#include "ui/batch/batch_service.h"
#include "ui/batch/desktop_notifier.h"
#include "ui/batch/job_delegate.h"
#include "ui/batch/job_table_model.h"
#include "ui/batch/job_thumbnails.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <algorithm>

namespace autochrome {

namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

QString decoded(const std::string& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path));
}

} // namespace

BatchPanel::BatchPanel(BatchService* service, QWidget* parent)
    : QFrame(parent),
      service_(service),
      desktop_(new DesktopNotifier(this)),
      model_(new JobTableModel(new JobThumbnails(this), this)),
      batches_(new QComboBox),
      states_(new QComboBox),
      search_(new QLineEdit),
      table_(new QTableView),
      empty_(new QLabel),
      bar_(new QProgressBar),
      totals_(new QLabel),
      buttons_(new QHBoxLayout)
{
    setAcceptDrops(true);
    build();
    connectService();
    showBatches();
    showTotals();
}

void BatchPanel::build()
{
    batches_->setAccessibleName(tr("Batch"));
    batches_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    states_->setAccessibleName(tr("State"));
    states_->addItem(tr("All states"), -1);
    for (const JobState state : allJobStates)
        states_->addItem(stateText(state), int(state));
    search_->setPlaceholderText(tr("Search by name or folder"));
    search_->setAccessibleName(tr("Search"));
    search_->setClearButtonEnabled(true);
    search_->setMaximumWidth(fontMetrics().averageCharWidth() * 36);

    table_->setModel(model_);
    auto* delegate = new JobDelegate(table_);
    table_->setItemDelegate(delegate);
    table_->setAccessibleName(tr("Photos in the queue"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setShowGrid(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setWordWrap(false);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setTabKeyNavigation(false);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(JobDelegate::rowHeight(fontMetrics()));
    QHeaderView* header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(JobTableModel::PhotoColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(JobTableModel::StateColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(JobTableModel::TimeColumn, QHeaderView::Fixed);
    header->resizeSection(JobTableModel::PhotoColumn, fontMetrics().averageCharWidth() * 52);
    header->resizeSection(JobTableModel::TimeColumn, fontMetrics().averageCharWidth() * 14);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorClearable(true); // the third click is the queue's own order
    header->setSortIndicator(JobTableModel::queueOrder, Qt::AscendingOrder);
    table_->setSortingEnabled(true);

    empty_->setText(tr("Drop photos or folders here, or choose “Add photos to the queue…”."));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    bar_->setTextVisible(false);
    bar_->setMaximumHeight(6);
    bar_->setAccessibleName(tr("Progress of the queue"));
    totals_->setTextFormat(Qt::PlainText);

    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(batches_);
    top->addWidget(states_);
    top->addWidget(search_, 1);
    top->addStretch();
    buttons_->setSpacing(4);
    top->addLayout(buttons_);
    auto* middle = new QWidget;
    auto* pages = new QStackedLayout(middle);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->addWidget(table_);
    pages->addWidget(empty_);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(12);
    bottom->addWidget(totals_);
    bottom->addWidget(bar_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 6);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(middle, 1);
    layout->addLayout(bottom);
    setMinimumHeight(fontMetrics().height() * 11);

    connect(model_, &JobTableModel::countsChanged, this, [this, pages] {
        pages->setCurrentIndex(model_->total() > 0 ? 0 : 1);
        showTotals();
    });
    pages->setCurrentIndex(1);
    connect(batches_, &QComboBox::currentIndexChanged, this, &BatchPanel::refilter);
    connect(states_, &QComboBox::currentIndexChanged, this, &BatchPanel::refilter);
    connect(search_, &QLineEdit::textChanged, this, &BatchPanel::refilter);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BatchPanel::stateChanged);
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        const JobRow& row = model_->row(index.row());
        Q_EMIT opened(decoded(row.source), decoded(row.result));
    });
}

QSize BatchPanel::sizeHint() const
{
    // Five photos: enough to see it work, and the photo above keeps the most of the window.
    const int around = QFrame::sizeHint().height() - table_->sizeHint().height();
    return {QFrame::sizeHint().width(), around + table_->horizontalHeader()->sizeHint().height() +
                                            5 * table_->verticalHeader()->defaultSectionSize()};
}

void BatchPanel::connectService()
{
    connect(service_, &BatchService::loaded, this, [this](const std::vector<JobRow>& rows) {
        const std::vector<JobId> selected = selection();
        showBatches();
        model_->setRows(rows);
        if (selection() != selected)
            select(selected);
        showTotals();
        Q_EMIT stateChanged();
    });
    connect(service_, &BatchService::stageChanged, model_, &JobTableModel::setStage);
    connect(service_, &BatchService::ended, model_, &JobTableModel::setEnded);
    connect(service_, &BatchService::activityChanged, this, [this] {
        showTotals();
        Q_EMIT stateChanged();
    });
    connect(service_, &BatchService::finished, this, &BatchPanel::onFinished);
    connect(service_, &BatchService::failed, this, [this](const Error& error) {
        Q_EMIT problem(QString::fromStdString(error.userText),
                       QString::fromStdString(error.detail));
    });
}

void BatchPanel::useActions(const QList<QAction*>& buttons, const QList<QAction*>& ofRows)
{
    for (QAction* action : buttons) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        buttons_->addWidget(button);
    }
    table_->addActions(ofRows);
}

void BatchPanel::refilter()
{
    JobFilter filter{.batch = batches_->currentData().toLongLong(),
                     .containing = search_->text().trimmed()};
    if (const int state = states_->currentData().toInt(); state >= 0)
        filter.state = JobState(state);
    model_->setFilter(filter);
    Q_EMIT stateChanged();
}

// The newest batch first: it is the one that is looked for.
void BatchPanel::showBatches()
{
    const BatchId shown = batches_->currentData().toLongLong();
    const QSignalBlocker quiet(batches_);
    batches_->clear();
    batches_->addItem(tr("All batches"), 0LL);
    std::vector<Batch> newest = service_->batches();
    std::sort(newest.begin(), newest.end(),
              [](const Batch& a, const Batch& b) { return a.id > b.id; });
    for (const Batch& batch : newest) {
        QString name = tr("%1. %2", "number and name of a batch")
                           .arg(batch.id)
                           .arg(QString::fromStdString(batch.name));
        if (batch.paused)
            name += tr(" (paused)");
        batches_->addItem(name, qint64(batch.id));
    }
    batches_->setCurrentIndex(std::max(0, batches_->findData(qint64(shown))));
    if (batches_->currentData().toLongLong() != shown)
        refilter();
}

void BatchPanel::showTotals()
{
    const QLocale locale;
    const qint64 open = model_->count(JobState::Waiting) + model_->count(JobState::Running) +
                        model_->count(JobState::Paused);
    const qint64 total = model_->total();
    const qint64 waiting = model_->count(JobState::Waiting) + model_->count(JobState::Running);
    QStringList facts;
    if (total > 0)
        facts << tr("%1 of %2").arg(locale.toString(total - open), locale.toString(total));
    const std::pair<JobState, QString> named[] = {{JobState::Failed, tr("%1 failed")},
                                                  {JobState::Skipped, tr("%1 left out")},
                                                  {JobState::Paused, tr("%1 paused")},
                                                  {JobState::Cancelled, tr("%1 cancelled")}};
    for (const auto& [state, text] : named)
        if (const qint64 count = model_->count(state); count > 0)
            facts << text.arg(locale.toString(count));
    using Activity = BatchService::Activity;
    const Activity activity = service_->activity();
    if (activity == Activity::Running)
        facts << service_->timeLeft(waiting);
    else if (activity == Activity::Stopping)
        facts << tr("ending what is on its way");
    else if (activity == Activity::Elsewhere)
        facts << tr("another program is working on it");
    facts.removeAll(QString());
    totals_->setText(facts.join(QStringLiteral(" · ")));
    bar_->setRange(0, int(std::max<qint64>(1, total)));
    bar_->setValue(int(total - open));
    bar_->setVisible(total > 0);
    const bool busy = activity == Activity::Running || activity == Activity::Stopping;
    desktop_->showProgress(busy && total > 0 ? double(total - open) / double(total) : -1);
}

std::vector<JobId> BatchPanel::selection() const
{
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<JobId> jobs;
    for (const QModelIndex& index : rows)
        jobs.push_back(model_->row(index.row()).id);
    return jobs;
}

void BatchPanel::select(const std::vector<JobId>& jobs)
{
    QItemSelection selection;
    for (const JobId job : jobs)
        if (const int row = model_->visibleRow(job); row >= 0)
            selection.select(model_->index(row, 0),
                             model_->index(row, JobTableModel::ColumnCount - 1));
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty())
        table_->scrollTo(selection.front().topLeft());
}

BatchId BatchPanel::currentBatch() const
{
    if (const BatchId batch = batches_->currentData().toLongLong(); batch != 0)
        return batch;
    const std::vector<JobId> selected = selection();
    if (!selected.empty())
        return model_->find(selected.front())->batch;
    return service_->batches().size() == 1 ? service_->batches().front().id : 0;
}

void BatchPanel::changeSelected(
    std::function<Result<std::int64_t>(Journal&, const std::vector<JobId>&)> what)
{
    const std::vector<JobId> jobs = selection();
    if (jobs.empty())
        return;
    service_->change([jobs, what = std::move(what)](Journal& journal) -> Result<void> {
        const auto changed = what(journal, jobs);
        return changed ? Result<void>() : tl::make_unexpected(changed.error());
    });
}

void BatchPanel::pauseSelected()
{
    changeSelected([](Journal& journal, const auto& jobs) { return journal.pause(jobs); });
}

void BatchPanel::resumeSelected()
{
    changeSelected([](Journal& journal, const auto& jobs) { return journal.resume(jobs); });
}

void BatchPanel::cancelSelected()
{
    changeSelected([](Journal& journal, const auto& jobs) { return journal.cancel(jobs); });
}

void BatchPanel::retrySelected()
{
    changeSelected([](Journal& journal, const auto& jobs) { return journal.retry(jobs); });
}

// Photos of one batch are moved among all of its photos, filtered or not.
void BatchPanel::moveSelected(Move where)
{
    const std::vector<JobId> jobs = selection();
    if (jobs.empty())
        return;
    service_->change([jobs, where](Journal& journal) -> Result<void> {
        const auto first = journal.job(jobs.front());
        if (!first)
            return tl::make_unexpected(first.error());
        const auto all = journal.jobs({.batch = first->batch});
        if (!all)
            return tl::make_unexpected(all.error());
        std::vector<JobId> order;
        for (const Job& job : *all)
            order.push_back(job.id);
        std::vector<JobId> moving; // in their order, those of other batches left alone
        std::copy_if(order.begin(), order.end(), std::back_inserter(moving), [&](JobId id) {
            return std::find(jobs.begin(), jobs.end(), id) != jobs.end();
        });
        const auto isMoving = [&](JobId id) {
            return std::find(moving.begin(), moving.end(), id) != moving.end();
        };
        std::vector<JobId> rest;
        std::size_t begin = 0; // of the rest, where the first of them stands
        for (const JobId id : order) {
            if (id == moving.front())
                begin = rest.size();
            if (!isMoving(id))
                rest.push_back(id);
        }
        std::size_t at = 0;
        if (where == Move::Up)
            at = begin > 0 ? begin - 1 : 0;
        else if (where == Move::Down)
            at = std::min(rest.size(), begin + 1);
        else if (where == Move::Last)
            at = rest.size();
        return journal.move(moving, at < rest.size() ? rest[at] : 0);
    });
}

void BatchPanel::retryFailed()
{
    const BatchId batch = batches_->currentData().toLongLong();
    service_->change([batch](Journal& journal) -> Result<void> {
        const auto retried = journal.retryFailed(batch);
        return retried ? Result<void>() : tl::make_unexpected(retried.error());
    });
}

void BatchPanel::clearEnded()
{
    const BatchId batch = batches_->currentData().toLongLong();
    service_->change([batch](Journal& journal) -> Result<void> {
        const auto cleared = journal.clear(batch);
        return cleared ? Result<void>() : tl::make_unexpected(cleared.error());
    });
}

void BatchPanel::writeReport(const QString& folder)
{
    const BatchId batch = currentBatch();
    const std::filesystem::path target = QFile::encodeName(folder).toStdString();
    service_->read(
        [batch](Journal& journal) {
            return std::make_shared<Result<BatchReport>>(readBatchReport(journal, batch));
        },
        [this, target, folder](const std::shared_ptr<Result<BatchReport>>& report) {
            if (!*report) {
                Q_EMIT problem(QString::fromStdString(report->error().userText), {});
                return;
            }
            // Its pictures take seconds: on a thread that nobody waits for.
            service_->inBackground([report, target] { return writeBatchReport(**report, target); },
                                   [this, folder](const Result<void>& written) {
                                       if (written)
                                           Q_EMIT reported(folder);
                                       else
                                           Q_EMIT problem(
                                               QString::fromStdString(written.error().userText),
                                               QString::fromStdString(written.error().detail));
                                   });
        });
}

void BatchPanel::onFinished(const RunSummary& summary)
{
    const QLocale locale;
    if (!summary.stopped.empty()) {
        const QString reason = QString::fromStdString(summary.stopped);
        Q_EMIT problem(tr("The queue has stopped, its other photos wait: %1").arg(reason), {});
        desktop_->notify(tr("The queue has stopped"), reason);
        return;
    }
    if (summary.done + summary.failed + summary.skipped == 0)
        return;
    const QString totals =
        tr("%1 done, %2 left out, %3 failed")
            .arg(locale.toString(qint64(summary.done)), locale.toString(qint64(summary.skipped)),
                 locale.toString(qint64(summary.failed)));
    // Whoever looks at the window sees it there.
    if (!QApplication::activeWindow())
        desktop_->notify(tr("The queue is done"), totals);
}

void BatchPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BatchPanel::dropEvent(QDropEvent* event)
{
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(paths);
}

} // namespace autochrome
