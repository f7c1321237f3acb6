#include "core/photo/originals.h"

#include "core/photo/result_finder.h"
#include "picture_files.h"
#include "source_photos.h"

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <memory>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(autochrome::FileFormat)

/// What is never written to, and what a result says of its source.
class TestOriginals : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    fs::path result(const std::string& name, const std::string& sha256,
                    FileFormat format = FileFormat::Png) const
    {
        return writeTestResult(at(name), sha256, format);
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void knowsAFileByAnyName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("same");
        QTest::newRow("itself") << "photo.png" << true;
        QTest::newRow("another spelling") << "./folder/../photo.png" << true;
        QTest::newRow("symbolic link") << "symbolic.png" << true;
        QTest::newRow("hard link") << "hard.png" << true;
        QTest::newRow("through a linked folder") << "linked/photo.png" << true;
        QTest::newRow("behind a link that was added") << "folder/behind.png" << true;
        QTest::newRow("one that is gone") << "gone.tif" << true;
        QTest::newRow("one that is gone, in other letters") << "GONE.tif" << true;
        QTest::newRow("a copy") << "copy.png" << false;
        QTest::newRow("other letters of one that is there") << "PHOTO.png" << false;
        QTest::newRow("of the same name elsewhere") << "folder/photo.png" << false;
        QTest::newRow("not there") << "photo_colour.png" << false;
    }

    void knowsAFileByAnyName()
    {
        QFETCH(QString, name);
        QFETCH(bool, same);
        fs::create_directory(at("folder"));
        writeBytes(at("photo.png"), {1, 2, 3});
        writeBytes(at("folder/behind.png"), {4});
        fs::copy_file(at("photo.png"), at("copy.png"));
        fs::create_symlink(at("photo.png"), at("symbolic.png"));
        fs::create_hard_link(at("photo.png"), at("hard.png"));
        fs::create_directory_symlink(folder_->path().toStdString(), at("linked"));
        fs::create_symlink(at("folder/behind.png"), at("link.png"));
        Originals originals;
        originals.add(at("photo.png"));
        originals.add(at("link.png"));
        originals.add(at("gone.tif"));
        QCOMPARE(originals.contains(at(name.toStdString())), same);
        QCOMPARE(originals.protects(at(name.toStdString()), "aa"), same);
        originals.assign({FileKeys::of(at("folder/photo.png"))});
        QCOMPARE(originals.contains(at(name.toStdString())), name == "folder/photo.png");
    }

    // A photo may be saved anew by a program that puts another file in its place.
    void protectsThePlaceToo()
    {
        writeBytes(at("photo.png"), {1});
        Originals originals;
        originals.add(at("photo.png"));
        fs::remove(at("photo.png"));
        QVERIFY(originals.protects(at("photo.png"), "aa"));
        writeBytes(at("other"), {2});
        fs::rename(at("other"), at("photo.png"));
        QVERIFY(originals.protects(at("photo.png"), "aa"));
    }

    // Only in a folder, and only of the very same photo.
    void anEarlierResultMayBeReplaced()
    {
        const fs::path found = result("found.png", "aa");
        const fs::path named = result("named.png", "aa");
        Originals originals;
        originals.add(found, Originals::Kind::Found);
        originals.add(named, Originals::Kind::Found);
        originals.add(named, Originals::Kind::Named);
        originals.add(named, Originals::Kind::Found);
        QVERIFY(!originals.protects(found, "aa"));
        QVERIFY(originals.protects(found, "bb"));
        QVERIFY(originals.protects(found, ""));
        QVERIFY(originals.protects(named, "aa"));
    }

    void tellsTheSourceOfAResult_data()
    {
        QTest::addColumn<FileFormat>("format");
        QTest::newRow("jpeg") << FileFormat::Jpeg;
        QTest::newRow("png") << FileFormat::Png;
        QTest::newRow("tiff") << FileFormat::Tiff;
        QTest::newRow("webp") << FileFormat::WebP;
        QTest::newRow("bmp, beside it") << FileFormat::Bmp;
    }

    void tellsTheSourceOfAResult()
    {
        QFETCH(FileFormat, format);
        QCOMPARE(sourceOfResult(result("result", "0123abcd", format)), std::string("0123abcd"));
    }

    void othersSayNothing()
    {
        writeBytes(at("photo.png"), pngBytes(testPicture({10, 10}, CV_8UC3)));
        writeBytes(at("text"), {'a', 'b'});
        for (const char* name : {"photo.png", "text", "gone"})
            QVERIFY(sourceOfResult(at(name)).empty());
    }
};

QTEST_GUILESS_MAIN(TestOriginals)
#include "test_originals.moc"
