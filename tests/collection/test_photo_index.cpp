#include "core/collection/index_file.h"
#include "core/collection/photo_index.h"
#include "tests/support/synthetic_photos.h"
#include "tests/support/tar_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

/// A tar archive of the photos in a folder.
void writeTar(const QString& path, const QString& folder)
{
    QByteArray archive;
    const QDir root(folder);
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        archive += tarMember(root.relativeFilePath(file.fileName()).toStdString(), file.readAll());
    }
    QFile tar(path);
    QVERIFY(tar.open(QIODevice::WriteOnly));
    QVERIFY(tar.write(archive + tarEnd()) > 0);
}

} // namespace

class TestPhotoIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keptIndexIsTheSame();
    void noticesChanges_data();
    void noticesChanges();
    void unchangedFoldersAreNotSearched();
    void damagedFilesAreBuiltAnew_data();
    void damagedFilesAreBuiltAnew();
    void unwritableFileIsNoError();
    void categoryIsTheFolder_data();
    void categoryIsTheFolder();

private:
    std::filesystem::path path(const QString& name) const
    {
        return folder_->filePath(name).toStdString();
    }
    PhotoIndex build() const
    {
        return PhotoIndex::build({path("photos"), path("shard.tar")}, Progress(),
                                 DataSplit::Everything, path("index"))
            .value();
    }
    static QStringList namesOf(const PhotoIndex& index)
    {
        QStringList names;
        for (std::int64_t i = 0; i < index.count(); ++i)
            names.append(QString::fromStdString(index.name(i)));
        return names;
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestPhotoIndex::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    writeSyntheticPhotos(folder_->filePath("photos"), 4);
    writeSyntheticPhotos(folder_->filePath("others"), 3);
    writeTar(folder_->filePath("shard.tar"), folder_->filePath("others"));
}

void TestPhotoIndex::keptIndexIsTheSame()
{
    const PhotoIndex first = build();
    QCOMPARE(first.count(), std::int64_t(7));
    QVERIFY(QFile::exists(folder_->filePath("index")));
    const PhotoIndex second = build();
    QCOMPARE(namesOf(second), namesOf(first));
    QCOMPARE(second.origins().size(), first.origins().size());
    for (std::size_t i = 0; i < first.origins().size(); ++i) {
        QCOMPARE(second.origins()[i].name, first.origins()[i].name);
        QCOMPARE(second.origins()[i].sha256, first.origins()[i].sha256);
        QCOMPARE(second.origins()[i].photos, first.origins()[i].photos);
    }
    for (std::int64_t i = 0; i < first.count(); ++i)
        QVERIFY(first.read(i).value() == second.read(i).value());
}

void TestPhotoIndex::noticesChanges_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("count");
    QTest::newRow("a photo more") << "add" << 8;
    QTest::newRow("a photo less") << "remove" << 6;
    QTest::newRow("a folder more") << "folder" << 8;
    QTest::newRow("another archive") << "archive" << 5;
}

void TestPhotoIndex::noticesChanges()
{
    QFETCH(QString, change);
    QFETCH(int, count);
    build();
    QTest::qSleep(20); // the file clock ticks every few milliseconds
    const QString photos = folder_->filePath("photos");
    if (change == "add")
        QVERIFY(QFile::copy(photos + "/house/photo0.png", photos + "/field/more.png"));
    else if (change == "remove")
        QVERIFY(QFile::remove(photos + "/house/photo0.png"));
    else if (change == "folder")
        QVERIFY(QDir().mkpath(photos + "/field/deep") &&
                QFile::copy(photos + "/house/photo0.png", photos + "/field/deep/more.png"));
    else {
        QVERIFY(QDir(folder_->filePath("others/field")).removeRecursively());
        QVERIFY(QFile::remove(folder_->filePath("others/house/photo0.png")));
        writeTar(folder_->filePath("shard.tar"), folder_->filePath("others"));
    }
    QCOMPARE(build().count(), std::int64_t(count));
    QCOMPARE(build().count(), std::int64_t(count)); // and that is what was kept
}

// The kept index is used: it still says what it said when nobody could see a change.
void TestPhotoIndex::unchangedFoldersAreNotSearched()
{
    build();
    auto roots = readIndexFile(path("index"));
    QCOMPARE(roots.size(), std::size_t(2));
    QVERIFY(roots[0].isCurrent() && roots[1].isCurrent());
    roots[0].photos.pop_back();
    QVERIFY(writeIndexFile(path("index"), roots).has_value());
    QCOMPARE(build().count(), std::int64_t(6));
}

void TestPhotoIndex::damagedFilesAreBuiltAnew_data()
{
    QTest::addColumn<int>("keep"); // bytes; -1: all but with one of them changed
    QTest::newRow("empty") << 0;
    QTest::newRow("cut off") << 200;
    QTest::newRow("kind changed") << -1;
}

void TestPhotoIndex::damagedFilesAreBuiltAnew()
{
    QFETCH(int, keep);
    build();
    QFile file(folder_->filePath("index"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    if (keep >= 0)
        bytes.truncate(keep);
    else
        bytes.replace("autochrome-index", "autochrome-other");
    QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    QVERIFY(readIndexFile(path("index")).empty());
    QCOMPARE(build().count(), std::int64_t(7));
    QCOMPARE(readIndexFile(path("index")).size(), std::size_t(2));
}

void TestPhotoIndex::unwritableFileIsNoError()
{
    const auto index = PhotoIndex::build({path("photos")}, Progress(), DataSplit::Everything,
                                         "/proc/no/such/folder/index");
    QVERIFY(index.has_value());
    QCOMPARE(index->count(), std::int64_t(4));
}

void TestPhotoIndex::categoryIsTheFolder_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QStringList>("categories");
    QTest::newRow("folder") << "photos" << QStringList{"field", "house"};
    QTest::newRow("with a slash") << "photos/" << QStringList{"field", "house"};
    QTest::newRow("at the top") << "photos/house" << QStringList{"house"};
    QTest::newRow("above") << "."
                           << QStringList{"deep/er", "others/field", "others/house", "photos/field",
                                          "photos/house"};
    QTest::newRow("archive") << "shard.tar" << QStringList{"field", "house"};
    QTest::newRow("flat archive") << "flat.tar" << QStringList{"flat"};
    QTest::newRow("list") << "list.txt" << QStringList{"er", "field", "photos/house"};
}

void TestPhotoIndex::categoryIsTheFolder()
{
    QFETCH(QString, place);
    QFETCH(QStringList, categories);
    QDir(folder_->path()).mkpath("deep/er");
    QFile::copy(folder_->filePath("photos/house/photo0.png"),
                folder_->filePath("deep/er/photo.png"));
    writeTar(folder_->filePath("flat.tar"), folder_->filePath("photos/house"));
    QFile list(folder_->filePath("list.txt"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("photos/house/photo0.png\n" + folder_->filePath("deep/er/photo.png\n").toUtf8() +
               "shard.tar::field/photo1.png\n");
    list.close();
    const auto index = PhotoIndex::build({path(place)}, Progress());
    QVERIFY(index.has_value());
    QSet<QString> found;
    for (std::int64_t i = 0; i < index->count(); ++i)
        found << QString::fromStdString(index->category(i));
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    QCOMPARE(sorted, categories);
}

QTEST_GUILESS_MAIN(TestPhotoIndex)
#include "test_photo_index.moc"
