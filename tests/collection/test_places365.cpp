#include "core/collection/photo_index.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace autochrome;
namespace fs = std::filesystem;

/// The layouts in which Places365 is published, in miniature.
class TestPlaces365 : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    fs::path make(const QString& name, const std::map<std::string, std::string>& files) const
    {
        const fs::path root = folder_.filePath(name).toStdString();
        for (const auto& [path, content] : files) {
            fs::create_directories((root / path).parent_path());
            std::ofstream(root / path, std::ios::binary) << content;
        }
        return root;
    }

    static QStringList names(const fs::path& root, DataSplit split)
    {
        const auto index = PhotoIndex::build({root}, Progress(), split);
        QStringList list;
        for (std::int64_t i = 0; index && i < index->count(); ++i)
            list << QString::fromStdString(
                fs::path(index->name(i)).lexically_relative(root).generic_string());
        return list;
    }

private Q_SLOTS:
    void layouts_data()
    {
        using Files = std::map<std::string, std::string>;
        QTest::addColumn<Files>("files");
        QTest::addColumn<QStringList>("train");
        QTest::addColumn<QStringList>("validation");
        const Files photos256{{"data_256/a/airfield/00000001.jpg", "1"},
                              {"data_256/z/zen_garden/00000002.jpg", "2"},
                              {"val_256/Places365_val_00000001.jpg", "3"},
                              {"test_256/Places365_test_00000001.jpg", "4"}};
        const std::string trainList =
            "/z/zen_garden/00000002.jpg 364\n/a/airfield/00000001.jpg 0\r\n";
        const std::string validationList = "Places365_val_00000001.jpg 165\n";
        const QStringList train{"data_256/z/zen_garden/00000002.jpg",
                                "data_256/a/airfield/00000001.jpg"}; // in the list's order
        const QStringList validation{"val_256/Places365_val_00000001.jpg"};
        Files beside = photos256;
        beside["places365_train_standard.txt"] = trainList;
        beside["places365_val.txt"] = validationList;
        QTest::newRow("small images, lists beside") << beside << train << validation;
        Files below = photos256;
        below["filelist_places365-standard/places365_train_standard.txt"] = trainList;
        below["filelist_places365-standard/places365_val.txt"] = validationList;
        QTest::newRow("small images, lists in their folder") << below << train << validation;
        QTest::newRow("large images")
            << Files{{"data_large/a/airfield/00000001.jpg", "1"},
                     {"val_large/Places365_val_00000001.jpg", "2"},
                     {"places365_train_challenge.txt", "/a/airfield/00000001.jpg 0\n"},
                     {"places365_val.txt", validationList}}
            << QStringList{"data_large/a/airfield/00000001.jpg"}
            << QStringList{"val_large/Places365_val_00000001.jpg"};
        QTest::newRow("easy format") << Files{{"train/airfield/00000001.jpg", "1"},
                                              {"val/airfield/Places365_val_00000002.jpg", "2"}}
                                     << QStringList{"train/airfield/00000001.jpg"}
                                     << QStringList{"val/airfield/Places365_val_00000002.jpg"};
        const QStringList both{"a/1.jpg", "b/2.png"};
        QTest::newRow("any other folder")
            << Files{{"a/1.jpg", "1"}, {"b/2.png", "2"}, {"b/notes.txt", "3"}} << both << both;
    }

    void layouts()
    {
        using Files = std::map<std::string, std::string>;
        QFETCH(Files, files);
        QFETCH(QStringList, train);
        QFETCH(QStringList, validation);
        const fs::path root = make(QTest::currentDataTag(), files);
        QCOMPARE(names(root, DataSplit::Train), train);
        QCOMPARE(names(root, DataSplit::Validation), validation);
    }

    void everythingIsEverything()
    {
        const fs::path root =
            make("all", {{"train/a/1.jpg", "1"}, {"val/a/2.jpg", "2"}, {"test/3.jpg", "3"}});
        QCOMPARE(names(root, DataSplit::Everything).size(), 3);
    }

    // Listed photos are read by their list; one that is missing is an error of its own.
    void readsListedPhotos()
    {
        const fs::path root = make("listed", {{"data_256/a/1.jpg", "content"},
                                              {"places365_train_standard.txt",
                                               "/a/1.jpg 0\n/a/gone.jpg 0\n/../secret.jpg 1\n"}});
        const auto index = PhotoIndex::build({root}, Progress(), DataSplit::Train);
        QVERIFY(index);
        QCOMPARE(index->count(), std::int64_t(2));
        const auto bytes = index->read(0);
        QVERIFY(bytes);
        QCOMPARE(std::string(bytes->begin(), bytes->end()), std::string("content"));
        const auto gone = index->read(1);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestPlaces365)
#include "test_places365.moc"
