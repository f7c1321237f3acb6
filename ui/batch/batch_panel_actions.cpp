// What a person does to the photos of the queue.

#include "core/batch/report/batch_report.h"
#include "ui/batch/batch_panel.h"
#include "ui/batch/batch_service.h"
#include "ui/batch/job_table_model.h"
#include "ui/settings/icon_theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QTableView>
#include <algorithm>
#include <unordered_set>

namespace autochrome {

namespace {

QString decoded(const std::string& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path));
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
    };
    add("split", tr("Show source and result"), Qt::Key_Return,
        [this] { openRow(table_->currentIndex()); });
    add("info", tr("Copy what it says"), QKeySequence::Copy, [this] {
        QStringList lines;
        for (const JobId job : selection()) {
            const QModelIndex index =
                model_->index(model_->visibleRow(job), JobTableModel::StateColumn);
            lines << index.data(Qt::ToolTipRole).toString();
        }
        QApplication::clipboard()->setText(lines.join(QStringLiteral("\n\n")));
    });
}

void BatchPanel::openRow(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const JobRow& row = model_->row(index.row());
    Q_EMIT opened(decoded(row.source), decoded(row.result));
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
        const std::unordered_set<JobId> chosen(jobs.begin(), jobs.end());
        const auto isMoving = [&](JobId id) { return chosen.contains(id); };
        std::vector<JobId> moving; // in their order, those of other batches left alone
        std::copy_if(order.begin(), order.end(), std::back_inserter(moving), isMoving);
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

} // namespace autochrome
