#include "ui/settings/places.h"
#include "ui/widgets/file_manager.h"

#include <QDBusConnection>
#include <QDBusServer>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

/// Stands where the desktop's file manager would.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")

public:
    QStringList shown;

public Q_SLOTS:
    Q_SCRIPTABLE void ShowItems(const QStringList& urls, const QString&) { shown << urls; }
};

class TestFileManager : public QObject
{
    Q_OBJECT

    static QString makeFile(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) ? path : QString();
    }

private Q_SLOTS:
    void selectsTheFile_data()
    {
        QTest::addColumn<bool>("understands");
        QTest::addRow("a desktop that selects files") << true;
        QTest::addRow("one that does not") << false;
    }
    void selectsTheFile()
    {
        QFETCH(bool, understands);
        QDBusServer server;
        if (!server.isConnected())
            QSKIP("no D-Bus server can be made here");
        Desktop desktop;
        QList<QDBusConnection> peers;
        connect(&server, &QDBusServer::newConnection, &desktop, [&](const QDBusConnection& peer) {
            peers << peer;
            if (understands)
                peers.back().registerObject("/org/freedesktop/FileManager1", &desktop,
                                            QDBusConnection::ExportScriptableSlots);
        });
        const QString name = QStringLiteral("files-%1").arg(understands);
        const QDBusConnection bus = QDBusConnection::connectToPeer(server.address(), name);
        QTRY_COMPARE(peers.size(), 1);
        const QTemporaryDir folder;
        const QString file = makeFile(folder.filePath("a b#1_colour.png"));
        FileManager manager(bus, nullptr);
        const QSignalSpy folders(&manager, &FileManager::folderWanted);
        manager.show(file);
        if (understands) {
            QTRY_COMPARE(desktop.shown.size(), 1);
            QCOMPARE(QUrl(desktop.shown.front()).toLocalFile(), file);
            QVERIFY(folders.isEmpty());
        } else {
            QTRY_COMPARE(folders.size(), 1);
            QCOMPARE(folders.front().front().toString(), folder.path());
        }
        QDBusConnection::disconnectFromPeer(name);
    }

    void opensTheFolderWithoutABus()
    {
        const QTemporaryDir folder;
        FileManager manager(QDBusConnection("no such bus"), nullptr);
        const QSignalSpy folders(&manager, &FileManager::folderWanted);
        manager.show(makeFile(folder.filePath("a.png")));
        QCOMPARE(folders.size(), 1);
        QCOMPARE(folders.front().front().toString(), folder.path());
    }

    void opensWhatIsLeftOfTheWay()
    {
        const QTemporaryDir folder;
        FileManager manager(QDBusConnection("no such bus"), nullptr);
        const QSignalSpy folders(&manager, &FileManager::folderWanted);
        manager.show(folder.filePath("gone/gone too/a.png"));
        QCOMPARE(folders.size(), 1);
        QCOMPARE(folders.front().front().toString(), folder.path());
    }

    // "Pictures" is a folder only where there is one.
    void namesNoFolderThatIsNotThere()
    {
        const QTemporaryDir home;
        qputenv("HOME", QFile::encodeName(home.path()));
        qunsetenv("XDG_CONFIG_HOME");
        QCOMPARE(picturesFolder(), home.path());
        QCOMPARE(documentsFolder(), home.path());
        QCOMPARE(folderOrPictures(home.filePath("gone")), home.path());
        QVERIFY(QDir(home.path()).mkdir("Pictures"));
        QCOMPARE(picturesFolder(), home.filePath("Pictures"));
        QCOMPARE(folderOrPictures(home.filePath("gone")), home.filePath("Pictures"));
        QCOMPARE(folderOrPictures(home.path()), home.path());
    }
};

QTEST_GUILESS_MAIN(TestFileManager)
#include "test_file_manager.moc"
