#include "core/photo/photo_id.h"

#include <QtTest>
#include <set>

using namespace autochrome;

class TestPhotoId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsPhotosApart()
    {
        const PhotoId whole("/scans/album.tif");
        const PhotoId second("/scans/album.tif", 2);
        QVERIFY(whole == std::filesystem::path("/scans/album.tif"));
        QVERIFY(whole != second);
        QVERIFY(second == PhotoId(std::string("/scans/album.tif"), 2));
        QVERIFY(second != PhotoId("/scans/other.tif", 2));
        const std::set<PhotoId> all = {whole, second, whole, {"/scans/album.tif", 3}};
        QCOMPARE(all.size(), std::size_t(3));
    }

    void names_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("stem");
        QTest::newRow("a file") << "/in/a.b.tif" << 0 << "a.b.tif"
                                << "/in/a.b.tif"
                                << "a.b";
        QTest::newRow("a page") << "/in/a.b.tif" << 12 << "a.b.tif#12"
                                << "/in/a.b.tif#12"
                                << "a.b_p12";
        QTest::newRow("nothing") << "" << 3 << ""
                                 << ""
                                 << "";
    }

    void names()
    {
        QFETCH(QString, path);
        QFETCH(int, page);
        const PhotoId id(path.toStdString(), page);
        QTEST(QString::fromStdString(id.name()), "name");
        QTEST(QString::fromStdString(id.place()), "place");
        QTEST(QString::fromStdString(id.stem()), "stem");
    }

    void fingerprints()
    {
        QCOMPARE(fingerprint("0a1b", 0), std::string("0a1b"));
        QCOMPARE(fingerprint("0a1b", 2), std::string("0a1b#2"));
        QVERIFY(fingerprint("", 2).empty());
    }
};

QTEST_GUILESS_MAIN(TestPhotoId)
#include "test_photo_id.moc"
