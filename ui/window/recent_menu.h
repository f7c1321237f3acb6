#pragma once

#include <QMenu>

namespace autochrome {

class RecentFiles;

/// The menu of the photos opened last, as they are on the disk now.
class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    /// @param clear  forgets them all
    RecentMenu(const RecentFiles* files, QAction* clear, QWidget* parent);

Q_SIGNALS:
    void chosen(const QString& path);

private:
    void refresh();

    const RecentFiles* files_;
    QAction* clear_;
};

} // namespace autochrome
