// Small files are replaced at once or not at all.

#include "core/base/small_file.h"
#include "core/base/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace autochrome;

namespace {

int writeError = 0; ///< errno of every write to a new file; 0: they succeed

/// While it lives, no new file can be written.
class FailingDisk
{
public:
    explicit FailingDisk(int error) { writeError = error; }
    ~FailingDisk() { writeError = 0; }
};

} // namespace

// Stands before the system's, which new files are written by.
extern "C" ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t offset)
{
    if (writeError == 0)
        return ::syscall(SYS_pwrite64, descriptor, bytes, count, offset);
    errno = writeError;
    return -1;
}

class TestSmallFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsWritten_data();
    void comesBackAsWritten();
    void replacesTheOldOne();
    void failureLeavesTheOldOne();
    void noRoomForASecondOne_data();
    void noRoomForASecondOne();
    void reading_data();
    void reading();
};

void TestSmallFile::comesBackAsWritten_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("a.json") << QByteArray("{\"a\": 1}\n");
    QTest::newRow("empty") << QByteArray("empty") << QByteArray();
    QTest::newRow("any bytes") << QByteArray("bytes") << QByteArray("\0\r\n\xFF\0", 5);
    QTest::newRow("a name that is no UTF-8") << QByteArray("gr\xFC\xDF.json") << QByteArray("x");
    QTest::newRow("several writes' worth") << QByteArray("large") << QByteArray(5 << 20, 'x');
}

void TestSmallFile::comesBackAsWritten()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const std::filesystem::path path =
        std::filesystem::path(folder.path().toStdString()) / name.toStdString();
    QVERIFY(replaceSmallFile(path, content.toStdString()).has_value());
    const Result<std::string> read = readSmallFile(path);
    QVERIFY(read.has_value());
    QCOMPARE(QByteArray::fromStdString(*read), content);
}

void TestSmallFile::replacesTheOldOne()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("file").toStdString();
    QVERIFY(replaceSmallFile(path, "a long first content").has_value());
    QVERIFY(replaceSmallFile(path, "short").has_value());
    QCOMPARE(*readSmallFile(path), std::string("short"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"file"}); // nothing is left
}

// A folder stands where the file should be.
void TestSmallFile::failureLeavesTheOldOne()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath("taken/inside"));
    const Result<void> written = replaceSmallFile(folder.filePath("taken").toStdString(), "x");
    QVERIFY(!written.has_value());
    QCOMPARE(int(written.error().code), int(ErrorCode::WriteFailed));
    QVERIFY(QFileInfo(folder.filePath("taken/inside")).isDir());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{"taken"});
    const Result<void> nowhere = replaceSmallFile(folder.filePath("no/folder").toStdString(), "x");
    QVERIFY(!nowhere.has_value());
    QCOMPARE(int(nowhere.error().code), int(ErrorCode::WriteFailed));
}

void TestSmallFile::noRoomForASecondOne_data()
{
    QTest::addColumn<int>("system");
    QTest::addColumn<int>("code");
    QTest::newRow("full") << ENOSPC << int(ErrorCode::DiskFull);
    QTest::newRow("of one person") << EDQUOT << int(ErrorCode::DiskFull);
    QTest::newRow("broken") << EIO << int(ErrorCode::WriteFailed);
}

void TestSmallFile::noRoomForASecondOne()
{
    QFETCH(int, system);
    QFETCH(int, code);
    const QTemporaryDir folder;
    const std::string path = folder.filePath("status").toStdString();
    QVERIFY(replaceSmallFile(path, "the old content").has_value());
    const FailingDisk disk(system);
    const Result<void> written = replaceSmallFile(path, "the new one");
    QVERIFY(!written.has_value());
    QCOMPARE(int(written.error().code), code);
    QCOMPARE(*readSmallFile(path), std::string("the old content"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"status"});
    if (written.error().code != ErrorCode::DiskFull)
        return;
    QVERIFY(replaceSmallFile(path, "last word", WhenFull::WriteInPlace).has_value());
    const std::string padded = *readSmallFile(path);
    QCOMPARE(padded.size(), std::string("the old content").size());
    QCOMPARE(QByteArray::fromStdString(padded).trimmed(), QByteArray("last word"));
}

void TestSmallFile::reading_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("not there") << QStringLiteral("missing") << int(ErrorCode::NotFound);
    QTest::newRow("a folder") << QStringLiteral("folder") << int(ErrorCode::Unreadable);
    QTest::newRow("too large") << QStringLiteral("large") << int(ErrorCode::TooLarge);
}

void TestSmallFile::reading()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    QFile large(folder.filePath("large"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((qint64(64) << 20) + 1)); // a hole
    const Result<std::string> read = readSmallFile(folder.filePath(name).toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(int(read.error().code), code);
    QVERIFY(inWords(read.error().message).find(name.toStdString()) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestSmallFile)
#include "test_small_file.moc"
