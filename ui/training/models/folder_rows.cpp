#include "ui/training/models/folder_rows.h"

#include "ui/training/models/library_contents.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace autochrome {

FolderRows::FolderRows(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout(this))
{
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(2);
    hide();
}

void FolderRows::setRows(const std::vector<Row>& rows)
{
    while (QLayoutItem* item = rows_->takeAt(0)) {
        // Not at once: a row's own button may be what this comes from.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Row& row : rows)
        addRow(row);
    setVisible(!rows.empty());
}

void FolderRows::addRow(const Row& row)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (!row.icon.isEmpty())
        layout->addWidget(new IconLabel(themedIcon(row.icon.toLatin1().constData())), 0,
                          Qt::AlignTop);
    auto* label = new BreakingLabel(row.sentence);
    label->setToolTip(shownPath(row.folder));
    auto* remove = new QToolButton;
    remove->setIcon(themedIcon("close"));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Stop using a separate model for this folder"));
    remove->setAccessibleName(tr("No longer for “%1”").arg(shownPath(row.folder)));
    layout->addWidget(label, 1);
    layout->addWidget(remove, 0, Qt::AlignTop);
    rows_->addWidget(line);
    connect(remove, &QToolButton::clicked, this,
            [this, folder = row.folder] { Q_EMIT removed(folder); });
}

} // namespace autochrome
