#include "ui/widgets/file_manager.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace autochrome {

namespace {

constexpr int patience = 5000; // ms; a file manager may have to be started first

} // namespace

FileManager::FileManager(QObject* parent) : FileManager(QDBusConnection::sessionBus(), parent) {}

FileManager::FileManager(const QDBusConnection& bus, QObject* parent)
    : QObject(parent), bus_(std::make_unique<QDBusConnection>(bus))
{
}

FileManager::~FileManager() = default;

QString FileManager::folderOf(const QString& file)
{
    QDir folder = QFileInfo(file).absoluteDir();
    while (!folder.exists() && !folder.isRoot())
        folder = QFileInfo(folder.path()).dir();
    return folder.absolutePath();
}

void FileManager::show(const QString& file)
{
    if (!bus_->isConnected() || !QFileInfo::exists(file)) {
        Q_EMIT folderWanted(folderOf(file));
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"),
        QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    const QUrl url = QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath());
    call << QStringList(url.toString(QUrl::FullyEncoded)) << QString();
    auto* answer = new QDBusPendingCallWatcher(bus_->asyncCall(call, patience), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, file] {
        answer->deleteLater();
        if (answer->isError())
            Q_EMIT folderWanted(folderOf(file));
    });
}

void showInFolder(const QString& file)
{
    static FileManager* manager = nullptr;
    if (!manager) {
        manager = new FileManager(QCoreApplication::instance());
        QObject::connect(manager, &FileManager::folderWanted, manager, [](const QString& folder) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
        });
        QObject::connect(manager, &QObject::destroyed, [] { manager = nullptr; });
    }
    manager->show(file);
}

} // namespace autochrome
