#pragma once

#include <QObject>
#include <QStringList>

namespace autochrome {

/// The photos opened last, newest first, kept between runs.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximum = 12;

    explicit RecentFiles(QObject* parent = nullptr);

    /// Absolute paths; files that have vanished since are still listed.
    QStringList paths() const { return paths_; }

    void add(const QString& path); ///< moves it to the front
    void remove(const QString& path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void store();
    QStringList paths_;
};

} // namespace autochrome
