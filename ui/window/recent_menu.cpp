#include "ui/window/recent_menu.h"

#include "ui/settings/recent_files.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"

#include <QFileInfo>

namespace autochrome {

RecentMenu::RecentMenu(const RecentFiles* files, QAction* clear, QWidget* parent)
    : QMenu(tr("Open &recent"), parent), files_(files), clear_(clear)
{
    setToolTipsVisible(true);
    connect(files_, &RecentFiles::changed, this, &RecentMenu::refresh);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::refresh);
    refresh();
}

void RecentMenu::refresh()
{
    clear();
    for (const QString& path : files_->paths()) {
        const QFileInfo file(path);
        const QString name = shortenedName(file.fileName()).replace(u'&', QStringLiteral("&&"));
        QAction* action =
            addAction(themedIcon("recent"), name, this, [this, path] { Q_EMIT chosen(path); });
        action->setToolTip(path);
        if (!file.exists()) {
            action->setEnabled(false);
            action->setText(tr("%1 (no longer there)").arg(name));
        }
    }
    if (!files_->paths().isEmpty())
        addSeparator();
    addAction(clear_);
    clear_->setEnabled(!files_->paths().isEmpty());
}

} // namespace autochrome
