#include "core/base/text.h"
#include "core/collection/photo_index.h"
#include "core/collection/photo_list.h"
#include "tests/support/tar_writer.h"
#include "tests/support/varied_photos.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::testing;

/// Lists of photos in place of folders.
class TestPhotoList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void names_data();
    void names();
    void photosInArchives();
    void missingPhotosAreFoundOutWhenTheyAreRead();
    void listsAreOneOrigin();
    void addressesLeadBack();
    void wrong_data();
    void wrong();

private:
    QString list(const QByteArray& content)
    {
        const QString path = folder_.filePath("lists/some.txt");
        writeBytes(path, content);
        return path;
    }
    static Result<PhotoIndex> build(const QString& path)
    {
        return PhotoIndex::build({path.toStdString()}, Progress());
    }
    QByteArray content(const QString& name) const
    {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray bytes(const PhotoIndex& index, std::int64_t photo)
    {
        const auto read = index.read(photo);
        return read ? QByteArray(reinterpret_cast<const char*>(read->data()),
                                 qsizetype(read->size()))
                    : QByteArray("unreadable");
    }

    QTemporaryDir folder_;
};

void TestPhotoList::initTestCase()
{
    writePicture(folder_.filePath("a.png"), variedPhoto(1));
    writePicture(folder_.filePath("sub/b.png"), variedPhoto(2));
    writePicture(folder_.filePath("odd::name.png"), variedPhoto(3));
    writeBytes(folder_.filePath("some.tar"), tarMember("in/a.png", content("a.png")) +
                                                 tarMember("b.png", content("sub/b.png")) +
                                                 tarEnd());
}

void TestPhotoList::names_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("photos");
    const QStringList both{"a.png", "sub/b.png"};
    QTest::newRow("relative to the list") << QByteArray("../a.png\n../sub/b.png\n") << both;
    QTest::newRow("no line end") << QByteArray("../a.png\n../sub/b.png") << both;
    QTest::newRow("absolute") << QByteArray("%/a.png\n%/sub/b.png\n") << both;
    QTest::newRow("from Windows") << QByteArray("\xEF\xBB\xBF../a.png\r\n../sub/b.png\r\n") << both;
    QTest::newRow("remarks") << QByteArray("# mine\n\n../a.png\n\n#../c.png\n../sub/b.png\n")
                             << both;
    QTest::newRow("its order") << QByteArray("../sub/b.png\n../a.png\n")
                               << QStringList{"sub/b.png", "a.png"};
    QTest::newRow("the mark in a name")
        << QByteArray("../odd::name.png\n") << QStringList{"odd::name.png"};
}

void TestPhotoList::names()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, photos);
    const auto index = build(list(lines.replace('%', folder_.path().toUtf8())));
    QVERIFY(index.has_value());
    QCOMPARE(index->count(), std::int64_t(photos.size()));
    for (int i = 0; i < photos.size(); ++i)
        QCOMPARE(bytes(*index, i), content(photos[i]));
}

void TestPhotoList::photosInArchives()
{
    const auto index = build(list("../some.tar::b.png\n../a.png\n../some.tar::in/a.png\n"
                                  "../some.tar::gone.png\n"));
    QVERIFY(index.has_value());
    QCOMPARE(index->count(), std::int64_t(4));
    QCOMPARE(bytes(*index, 0), content("a.png")); // files first
    QCOMPARE(bytes(*index, 1), content("sub/b.png"));
    QCOMPARE(bytes(*index, 2), content("a.png"));
    QVERIFY(bytes(*index, 3).isEmpty());
    QCOMPARE(QString::fromStdString(index->address(1)),
             QFileInfo(folder_.filePath("some.tar")).absoluteFilePath() + "::b.png");
}

void TestPhotoList::missingPhotosAreFoundOutWhenTheyAreRead()
{
    const auto index = build(list("../gone.png\n../a.png\n../gone.tar::a.png\n"));
    QVERIFY(index.has_value());
    QCOMPARE(index->count(), std::int64_t(3));
    const auto read = index->read(0);
    QVERIFY(!read.has_value());
    QVERIFY(QString::fromStdString(inWords(read.error().message)).contains("gone.png"));
    QCOMPARE(bytes(*index, 1), content("a.png"));
}

void TestPhotoList::listsAreOneOrigin()
{
    const QByteArray lines = "../some.tar::b.png\n../a.png\n";
    const auto index = build(list(lines));
    QCOMPARE(index->origins().size(), std::size_t(1));
    QCOMPARE(index->origins()[0].name, std::string("some.txt"));
    QCOMPARE(index->origins()[0].photos, std::int64_t(2));
    QCOMPARE(QByteArray::fromStdString(index->origins()[0].sha256),
             QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex());
}

// What address() says, put into a list, is the same photo wherever the list lies.
void TestPhotoList::addressesLeadBack()
{
    const auto first = PhotoIndex::build(
        {(folder_.path() + "/sub/..").toStdString(), folder_.filePath("some.tar").toStdString()},
        Progress());
    QByteArray lines;
    for (std::int64_t i = 0; i < first->count(); ++i)
        lines += QByteArray::fromStdString(first->address(i)) + '\n';
    const auto second = build(list(lines));
    QVERIFY(second.has_value());
    QCOMPARE(second->count(), first->count());
    for (std::int64_t i = 0; i < first->count(); ++i)
        QCOMPARE(bytes(*second, i), bytes(*first, i));
}

void TestPhotoList::wrong_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only remarks") << QByteArray("# nothing\n\n\r\n");
}

void TestPhotoList::wrong()
{
    QFETCH(QByteArray, lines);
    const auto index = build(list(lines));
    QVERIFY(!index.has_value());
    QCOMPARE(index.error().code, ErrorCode::NotFound);
    QVERIFY(QString::fromStdString(inWords(index.error().message)).contains("some.txt"));
}

QTEST_GUILESS_MAIN(TestPhotoList)
#include "test_photo_list.moc"
