#include "ui/queue/batch_panel.h"

#include "ui/queue/batch_service.h"
#include "ui/queue/desktop_notifier.h"
#include "ui/queue/job_delegate.h"
#include "ui/queue/job_follower.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/job_thumbnails.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/tool_bar_keys.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableView>
#include <QToolBar>
#include <algorithm>

namespace autochrome {

BatchPanel::BatchPanel(BatchService* service, QWidget* parent)
    : QFrame(parent),
      service_(service),
      desktop_(new DesktopNotifier(this)),
      model_(new JobTableModel(new JobThumbnails(this), this)),
      batches_(new QComboBox),
      states_(new QComboBox),
      search_(new QLineEdit),
      table_(new QTableView),
      follower_(new JobFollower(table_, model_)),
      empty_(new QLabel),
      bar_(new QProgressBar),
      totals_(new QLabel),
      buttons_(new QToolBar)
{
    setAcceptDrops(true);
    build();
    connectService();
    showBatches();
    showTotals();
}

void BatchPanel::build()
{
    batches_->setAccessibleName(tr("Group of photos"));
    batches_->setAccessibleDescription(batches_->accessibleName()); // its name is what is chosen
    batches_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    batches_->setMinimumContentsLength(12); // a long name does not widen the window
    states_->setAccessibleName(tr("State"));
    states_->setAccessibleDescription(states_->accessibleName());
    states_->addItem(tr("All states"), -1);
    for (const JobState state : allJobStates)
        states_->addItem(stateText(state), int(state));
    search_->setPlaceholderText(tr("Search by name or folder"));
    search_->setAccessibleName(tr("Search"));
    addClearButton(search_);
    search_->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
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
    table_->setDragDropMode(QAbstractItemView::DragDrop);
    table_->setDragDropOverwriteMode(false); // between rows, not onto one
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

    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setTextFormat(Qt::PlainText);
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
    buttons_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    buttons_->setIconSize({18, 18});
    buttons_->setProperty("flat", true);
    top->addWidget(buttons_);
    auto* middle = new QWidget;
    pages_ = new QStackedLayout(middle);
    pages_->setContentsMargins(0, 0, 0, 0);
    pages_->addWidget(table_);
    pages_->addWidget(empty_);
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
    setMinimumHeight(fontMetrics().height() * 9);

    connect(model_, &JobTableModel::countsChanged, this, [this] {
        showEmpty();
        showTotals();
    });
    showEmpty();
    connect(model_, &JobTableModel::moveAsked, this, &BatchPanel::moveBeside);
    connect(batches_, &QComboBox::currentIndexChanged, this, &BatchPanel::refilter);
    connect(states_, &QComboBox::currentIndexChanged, this, &BatchPanel::refilter);
    connect(search_, &QLineEdit::textChanged, this, &BatchPanel::refilter);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BatchPanel::stateChanged);
    connect(table_, &QTableView::doubleClicked, this, &BatchPanel::openRow);
    addRowActions();
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
    connect(service_, &BatchService::stageChanged, this, [this](JobId job, JobStage stage) {
        model_->setStage(job, stage);
        follower_->follow(job);
    });
    connect(service_, &BatchService::ended, model_, &JobTableModel::setEnded);
    connect(service_, &BatchService::activityChanged, this, [this] {
        if (service_->activity() == BatchService::Activity::Running)
            follower_->start();
        showTotals();
        Q_EMIT stateChanged();
    });
    connect(service_, &BatchService::finished, this, &BatchPanel::onFinished);
    connect(service_, &BatchService::failed, this, [this](const Error& error) {
        Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
    });
}

void BatchPanel::useActions(const QList<QAction*>& buttons, const QList<QAction*>& ofRows)
{
    buttons_->addActions(buttons); // those without room go into its menu
    letKeysReach(buttons_);
    table_->addActions(ofRows);
}

void BatchPanel::refilter()
{
    JobFilter filter{.batch = batches_->currentData().toLongLong(),
                     .containing = search_->text().trimmed()};
    if (const int state = states_->currentData().toInt(); state >= 0)
        filter.state = JobState(state);
    model_->setFilter(filter);
    showEmpty();
    Q_EMIT stateChanged();
}

// An empty list says why it is.
void BatchPanel::showEmpty()
{
    const QString text = search_->text().trimmed();
    QString why;
    if (model_->rowCount() > 0)
        why.clear();
    else if (model_->total() == 0 && model_->filter().batch == 0)
        why = tr("Drop photos or folders here, or choose “Add photos to the queue…”.");
    else if (model_->total() == 0)
        why = tr("There are no photos in this group.");
    else if (!text.isEmpty() && model_->filter().state)
        why = tr("No photo in this state has “%1” in its name or folder.").arg(text);
    else if (!text.isEmpty())
        why = tr("No photo has “%1” in its name or folder.").arg(text);
    else
        why = tr("No photo is in this state: %1.").arg(states_->currentText());
    empty_->setText(why);
    pages_->setCurrentIndex(why.isEmpty() ? 0 : 1);
}

// The newest batch first: it is the one that is looked for.
void BatchPanel::showBatches()
{
    const BatchId shown = batches_->currentData().toLongLong();
    const QSignalBlocker quiet(batches_);
    batches_->clear();
    batches_->addItem(tr("All groups"), 0LL);
    std::vector<Batch> newest = service_->batches();
    std::sort(newest.begin(), newest.end(),
              [](const Batch& a, const Batch& b) { return a.id > b.id; });
    for (const Batch& batch : newest) {
        QString name = tr("%1. %2", "number and name of a group of photos")
                           .arg(batch.id)
                           .arg(QString::fromStdString(batch.name));
        if (batch.paused)
            name += tr(" (paused)");
        if (!batch.watched.empty())
            name += tr(" (watches its folder)");
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
                                                  {JobState::Skipped, tr("%1 skipped")},
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
        facts << tr("finishing the photos in progress");
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

void BatchPanel::onFinished(const RunSummary& summary)
{
    const QLocale locale;
    if (!summary.stopped.isEmpty()) {
        const QString reason = words(summary.stopped);
        Q_EMIT problem(tr("The queue has stopped; the remaining photos wait: %1").arg(reason), {});
        desktop_->notify(tr("The queue has stopped"), reason);
        return;
    }
    if (summary.done + summary.failed + summary.skipped == 0)
        return;
    const QString totals =
        tr("%1 done, %2 skipped, %3 failed")
            .arg(locale.toString(qint64(summary.done)), locale.toString(qint64(summary.skipped)),
                 locale.toString(qint64(summary.failed)));
    // Whoever looks at the window sees it there.
    if (!QApplication::activeWindow())
        desktop_->notify(tr("The queue is done"), totals);
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
