#include "ui/queue/job_row_actions.h"

#include "ui/queue/job_table.h"
#include "ui/queue/job_table_model.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/path_names.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>

namespace autochrome {

JobRowActions::JobRowActions(JobTable* table) : QObject(table), table_(table)
{
    add("split", tr("Show source and result"), Qt::Key_Return, [this] { open(table_->current()); });
    add("info", tr("Copy the message"), QKeySequence::Copy, [this] { copyMessages(); });
    showResult_ =
        add("open", tr("Show the result in its folder"), Qt::CTRL | Qt::Key_Return, [this] {
            if (const JobRow* row = table_->current(); row && !row->result.empty())
                Q_EMIT folderWanted(nameOfPath(row->result));
        });
    showPhoto_ = add("photo", tr("Show the photo in its folder"),
                     Qt::CTRL | Qt::SHIFT | Qt::Key_Return, [this] {
                         if (const JobRow* row = table_->current())
                             Q_EMIT folderWanted(nameOfPath(row->source));
                     });
    connect(table, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { open(&table_->jobs()->row(index.row())); });
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JobRowActions::refresh);
    connect(table->jobs(), &JobTableModel::countsChanged, this, &JobRowActions::refresh);
    refresh();
}

QAction* JobRowActions::add(const char* icon, const QString& text, const QKeySequence& key,
                            const std::function<void()>& what)
{
    auto* action = new QAction(themedIcon(icon), text, table_);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, what);
    table_->addAction(action);
    return action;
}

void JobRowActions::open(const JobRow* row)
{
    if (row)
        Q_EMIT opened(nameOfPath(row->source), nameOfPath(row->result));
}

void JobRowActions::copyMessages() const
{
    const JobTableModel* jobs = table_->jobs();
    QStringList lines;
    for (const JobId job : table_->selectedJobs())
        lines << toolTipText(*jobs->find(job));
    QApplication::clipboard()->setText(lines.join(QStringLiteral("\n\n")));
}

void JobRowActions::refresh()
{
    const JobRow* row = table_->current();
    showResult_->setEnabled(row && !row->result.empty());
    showPhoto_->setEnabled(row != nullptr);
}

} // namespace autochrome
