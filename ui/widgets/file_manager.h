#pragma once

#include <QObject>
#include <QString>
#include <memory>

class QDBusConnection;

namespace autochrome {

/// Shows files in the desktop's file manager: in their folder and selected, where it can
/// (org.freedesktop.FileManager1), else only the folder. A file that is gone: the nearest folder
/// above it that is there.
class FileManager : public QObject
{
    Q_OBJECT

public:
    explicit FileManager(QObject* parent = nullptr);
    /// On another bus, for tests.
    FileManager(const QDBusConnection& bus, QObject* parent);
    ~FileManager() override;

    void show(const QString& file);

    /// What is opened where files cannot be selected, or there is none to select.
    static QString folderOf(const QString& file);

Q_SIGNALS:
    /// The file manager does not select files: the folder is opened.
    void folderWanted(const QString& folder);

private:
    std::unique_ptr<QDBusConnection> bus_;
};

/// Shows a file in its folder, with the session's file manager.
void showInFolder(const QString& file);

} // namespace autochrome
