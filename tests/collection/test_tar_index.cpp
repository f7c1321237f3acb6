#include "core/base/text.h"
#include "core/collection/tar_index.h"
#include "tests/support/tar_writer.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::testing;

class TestTarIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsMembersAndTheirBytes();
    void readsLongNames();
    void endWithoutZeroBlocks();
    void refuses_data();
    void refuses();
    void missingFile();

private:
    std::filesystem::path write(const QByteArray& bytes)
    {
        const QString path = folder_.filePath("archive.tar");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test archive");
        return path.toStdString();
    }

    QTemporaryDir folder_;
};

void TestTarIndex::findsMembersAndTheirBytes()
{
    const QByteArray first(700, 'a');
    const QByteArray second("second");
    const QByteArray archive = tarMember("set/", {}, '5') + tarMember("set/one.webp", first) +
                               tarMember("link", {}, '2') +
                               tarMember("two.webp", second, '0', "deep/folder") + tarEnd();
    const auto index = readTarIndex(write(archive));
    QVERIFY(index.has_value());
    QCOMPARE(index->size(), std::size_t(2));
    QCOMPARE(index->at(0).name, std::string("set/one.webp"));
    QCOMPARE(archive.mid(qsizetype(index->at(0).offset), qsizetype(index->at(0).size)), first);
    QCOMPARE(index->at(1).name, std::string("deep/folder/two.webp"));
    QCOMPARE(archive.mid(qsizetype(index->at(1).offset), qsizetype(index->at(1).size)), second);
}

void TestTarIndex::readsLongNames()
{
    const std::string longName = std::string(150, 'd') + "/photo.jpg";
    QByteArray gnuName(longName.c_str(), qsizetype(longName.size() + 1));
    const std::string record = " path=" + longName + "\n";
    const std::string length = std::to_string(record.size() + 3);
    const QByteArray pax = QByteArray::fromStdString(length + record);
    const auto index =
        readTarIndex(write(tarMember("././@LongLink", gnuName, 'L') + tarMember("cut", "1") +
                           tarMember("PaxHeaders/x", pax, 'x') + tarMember("cut", "2") +
                           tarMember("short.jpg", "3") + tarEnd()));
    QVERIFY(index.has_value());
    QCOMPARE(index->size(), std::size_t(3));
    QCOMPARE(index->at(0).name, longName);
    QCOMPARE(index->at(1).name, longName);
    QCOMPARE(index->at(2).name, std::string("short.jpg"));
}

void TestTarIndex::endWithoutZeroBlocks()
{
    const auto index = readTarIndex(write(tarMember("only.jpg", "content")));
    QVERIFY(index.has_value());
    QCOMPARE(index->size(), std::size_t(1));
}

void TestTarIndex::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("text") << QByteArray(2000, 'x') << int(ErrorCode::UnsupportedFormat);
    QByteArray beyond = tarMember("long.jpg", QByteArray(5000, 'b'));
    QTest::newRow("cut short") << beyond.left(1536) << int(ErrorCode::Corrupt);
    QByteArray badSum = tarMember("a.jpg", "a") + tarMember("b.jpg", "b");
    badSum[1024] = 'c';
    QTest::newRow("checksum") << badSum << int(ErrorCode::Corrupt);
    QTest::newRow("huge name") << tarMember("n", QByteArray(70000, 'n'), 'L')
                               << int(ErrorCode::Corrupt);
}

void TestTarIndex::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto index = readTarIndex(write(bytes));
    QVERIFY(!index.has_value());
    QCOMPARE(int(index.error().code), code);
    QVERIFY(inWords(index.error().message).find("archive.tar") != std::string::npos);
}

void TestTarIndex::missingFile()
{
    const auto index = readTarIndex((folder_.path() + "/none.tar").toStdString());
    QVERIFY(!index.has_value());
}

QTEST_GUILESS_MAIN(TestTarIndex)
#include "test_tar_index.moc"
