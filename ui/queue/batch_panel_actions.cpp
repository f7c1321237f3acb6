// What a person does to the photos of the queue.

#include "core/queue/report/batch_report.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/job_table_model.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QTableView>
#include <algorithm>
#include <limits>
#include <unordered_set>

namespace autochrome {

namespace {

/// How the photos of a batch stand, some of which are to be moved.
struct Order
{
    std::vector<JobId> all;
    std::unordered_set<JobId> chosen;
    std::vector<JobId>
        moving; ///< the chosen ones in their order, those of other batches left alone
    std::vector<JobId> rest;
    std::size_t begin = 0; ///< of the rest, where the first of them stands
};

Result<Order> orderOf(Journal& journal, const std::vector<JobId>& jobs)
{
    const auto first = journal.job(jobs.front());
    if (!first)
        return tl::make_unexpected(first.error());
    const auto all = journal.jobs({.batch = first->batch});
    if (!all)
        return tl::make_unexpected(all.error());
    Order order;
    order.chosen.insert(jobs.begin(), jobs.end());
    for (const Job& job : *all) {
        order.all.push_back(job.id);
        const bool moves = order.chosen.contains(job.id);
        if (moves && order.moving.empty())
            order.begin = order.rest.size();
        (moves ? order.moving : order.rest).push_back(job.id);
    }
    return order;
}

// Photos of one batch are moved among all of its photos, filtered or not.
// @param place  which of the rest they are to stand before
void rearrange(BatchService& service, const std::vector<JobId>& jobs,
               const std::function<std::size_t(const Order&)>& place)
{
    if (jobs.empty())
        return;
    service.change([jobs, place](Journal& journal) -> Result<void> {
        const auto order = orderOf(journal, jobs);
        if (!order)
            return tl::make_unexpected(order.error());
        const std::size_t at = place(*order);
        return journal.move(order->moving, at < order->rest.size() ? order->rest[at] : 0);
    });
}

} // namespace

// What only makes sense with the table in hand, so its keys are the table's own.
void BatchPanel::addRowActions()
{
    auto add = [this](const char* icon, const QString& text, const QKeySequence& key, auto what) {
        auto* action = new QAction(themedIcon(icon), text, table_);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, what);
        table_->addAction(action);
        return action;
    };
    add("split", tr("Show source and result"), Qt::Key_Return,
        [this] { openRow(table_->currentIndex()); });
    add("info", tr("Copy the message"), QKeySequence::Copy, [this] {
        QStringList lines;
        for (const JobId job : selection()) {
            const QModelIndex index =
                model_->index(model_->visibleRow(job), JobTableModel::StateColumn);
            lines << index.data(Qt::ToolTipRole).toString();
        }
        QApplication::clipboard()->setText(lines.join(QStringLiteral("\n\n")));
    });
    const auto current = [this]() -> const JobRow* {
        const QModelIndex index = table_->currentIndex();
        return index.isValid() ? &model_->row(index.row()) : nullptr;
    };
    QAction* result = add("open", tr("Show the result in its folder"), Qt::CTRL | Qt::Key_Return,
                          [this, current] {
                              if (const JobRow* row = current(); row && !row->result.empty())
                                  Q_EMIT folderWanted(nameOfPath(row->result));
                          });
    QAction* source = add("photo", tr("Show the photo in its folder"),
                          Qt::CTRL | Qt::SHIFT | Qt::Key_Return, [this, current] {
                              if (const JobRow* row = current())
                                  Q_EMIT folderWanted(nameOfPath(row->source));
                          });
    const auto enable = [result, source, current] {
        const JobRow* row = current();
        result->setEnabled(row && !row->result.empty());
        source->setEnabled(row != nullptr);
    };
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, result, enable);
    connect(model_, &JobTableModel::countsChanged, result, enable);
    enable();
}

void BatchPanel::openRow(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const JobRow& row = model_->row(index.row());
    Q_EMIT opened(nameOfPath(row.source), nameOfPath(row.result));
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

bool BatchPanel::hasSelection() const
{
    return table_->selectionModel()->hasSelection();
}

QSet<JobState> BatchPanel::selectedStates() const
{
    QSet<JobState> states;
    for (const QItemSelectionRange& range : table_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            states.insert(model_->row(row).state);
    }
    return states;
}

bool BatchPanel::hasEndedBatch() const
{
    const BatchId listed = batches_->currentData().toLongLong();
    return std::any_of(
        service_->batches().begin(), service_->batches().end(), [&](const Batch& batch) {
            const bool isMeant = listed == 0 ? batch.watched.empty() : batch.id == listed;
            return isMeant && !model_->isUnfinished(batch.id);
        });
}

void BatchPanel::select(const std::vector<JobId>& jobs)
{
    std::vector<int> rows;
    for (const JobId job : jobs)
        if (const int row = model_->visibleRow(job); row >= 0)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    // Neighbours in one range: a selection of many thousand ranges is slow in all that it does.
    QItemSelection selection;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        for (end = begin + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;)
            ++end;
        selection.append(
            QItemSelectionRange(model_->index(rows[begin], 0),
                                model_->index(rows[end - 1], JobTableModel::ColumnCount - 1)));
    }
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty())
        table_->scrollTo(selection.front().topLeft());
}

BatchId BatchPanel::currentBatch() const
{
    if (const BatchId batch = batches_->currentData().toLongLong(); batch != 0)
        return batch;
    int first = model_->rowCount();
    for (const QItemSelectionRange& range : table_->selectionModel()->selection())
        first = std::min(first, range.top());
    if (first < model_->rowCount())
        return model_->row(first).batch;
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

void BatchPanel::moveSelected(Move where)
{
    rearrange(*service_, selection(), [where](const Order& order) -> std::size_t {
        switch (where) {
        case Move::First:
            return 0;
        case Move::Up:
            return order.begin > 0 ? order.begin - 1 : 0;
        case Move::Down:
            return std::min(order.rest.size(), order.begin + 1);
        case Move::Last:
            break;
        }
        return order.rest.size();
    });
}

void BatchPanel::moveBeside(const std::vector<JobId>& jobs, JobId neighbour, bool after)
{
    rearrange(*service_, jobs, [neighbour, after](const Order& order) {
        const auto at = std::find(order.all.begin(), order.all.end(), neighbour);
        const auto end = at + (after && at != order.all.end() ? 1 : 0);
        return std::size_t(std::count_if(order.all.begin(), end,
                                         [&](JobId id) { return !order.chosen.contains(id); }));
    });
}

void BatchPanel::preferBatch()
{
    service_->change([preferred = currentBatch()](Journal& journal) -> Result<void> {
        const auto batches = journal.batches();
        if (!batches)
            return tl::make_unexpected(batches.error());
        int highest = std::numeric_limits<int>::min();
        for (const Batch& batch : *batches)
            if (batch.id != preferred)
                highest = std::max(highest, batch.priority);
        return journal.setPriority(preferred,
                                   std::min(highest, std::numeric_limits<int>::max() - 1) + 1);
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
    const std::filesystem::path target = pathNamed(folder);
    ++reports_;
    service_->read(
        [batch](Journal& journal) {
            return std::make_shared<Result<BatchReport>>(readBatchReport(journal, batch));
        },
        [this, target, folder](const std::shared_ptr<Result<BatchReport>>& report) {
            if (!*report) {
                --reports_;
                Q_EMIT problem(words(report->error().message), {});
                return;
            }
            // Its pictures take seconds: on a thread that nobody waits for.
            service_->inBackground([report, target] { return writeBatchReport(**report, target); },
                                   [this, folder](const Result<void>& written) {
                                       --reports_;
                                       if (written)
                                           Q_EMIT reported(folder);
                                       else
                                           Q_EMIT problem(
                                               words(written.error().message),
                                               QString::fromStdString(written.error().detail));
                                   });
        });
}

} // namespace autochrome
