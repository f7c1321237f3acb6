#include "core/base/sha256.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheKnownDigest_data();
    void isTheKnownDigest();
    void piecesAreTheWhole();
    void errors_data();
    void errors();
    void stopsWhenCancelled();
};

void TestSha256::isTheKnownDigest_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("digest");
    // FIPS 180-2, appendix B
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223"
                                       "b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("nothing") << QByteArray()
                             << QByteArray("e3b0c44298fc1c149afbf4c8996fb924"
                                           "27ae41e4649b934ca495991b7852b855");
    QTest::newRow("a million") << QByteArray(1000000, 'a')
                               << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67"
                                             "f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::isTheKnownDigest()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, digest);
    Sha256 hash;
    hash.add(content.constData(), std::size_t(content.size()));
    QCOMPARE(QByteArray::fromStdString(hash.hex()), digest);

    const QTemporaryDir folder;
    QFile file(folder.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const Result<std::string> ofFile = sha256OfFile(file.fileName().toStdString());
    QVERIFY(ofFile.has_value());
    QCOMPARE(QByteArray::fromStdString(*ofFile), digest);
}

void TestSha256::piecesAreTheWhole()
{
    QByteArray content;
    for (int i = 0; i < 5000; ++i)
        content += char(i * 7);
    for (const int piece : {1, 63, 64, 65, 4999}) {
        Sha256 hash;
        for (int from = 0; from < content.size(); from += piece)
            hash.add(std::as_bytes(
                std::span(content.constData() + from,
                          std::size_t(std::min<qsizetype>(piece, content.size() - from)))));
        QCOMPARE(QByteArray::fromStdString(hash.hex()),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }
}

void TestSha256::errors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("not there") << QStringLiteral("missing") << int(ErrorCode::NotFound);
    QTest::newRow("a folder") << QStringLiteral("folder") << int(ErrorCode::Unreadable);
}

void TestSha256::errors()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    const Result<std::string> digest = sha256OfFile(folder.filePath(name).toStdString());
    QVERIFY(!digest.has_value());
    QCOMPARE(int(digest.error().code), code);
}

void TestSha256::stopsWhenCancelled()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    file.close();
    Progress progress;
    progress.cancel();
    const Result<std::string> digest = sha256OfFile(file.fileName().toStdString(), progress);
    QVERIFY(!digest.has_value());
    QCOMPARE(int(digest.error().code), int(ErrorCode::Cancelled));
}

QTEST_GUILESS_MAIN(TestSha256)
#include "test_sha256.moc"
