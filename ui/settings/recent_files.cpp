#include "ui/settings/recent_files.h"

#include "ui/settings/settings.h"

#include <QFileInfo>

namespace autochrome {

RecentFiles::RecentFiles(QObject* parent)
    : QObject(parent), paths_(settingValue(setting::recentFiles))
{
}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (!paths_.isEmpty() && paths_.front() == absolute)
        return;
    paths_.removeAll(absolute);
    paths_.prepend(absolute);
    if (paths_.size() > maximum)
        paths_.resize(maximum);
    store();
}

void RecentFiles::remove(const QString& path)
{
    if (paths_.removeAll(path) > 0)
        store();
}

void RecentFiles::clear()
{
    paths_.clear();
    store();
}

void RecentFiles::store()
{
    setSetting(setting::recentFiles, paths_);
    Q_EMIT changed();
}

} // namespace autochrome
