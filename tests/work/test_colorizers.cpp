#include "core/work/colorizers.h"

#include "core/base/text.h"
#include "core/models/collection_models.h"
#include "core/models/model_store.h"
#include "tests/support/make_model.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <fstream>

using namespace autochrome;
namespace fs = std::filesystem;

/// The networks of a run: which photo gets which, and for how long they are kept.
class TestColorizers : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    fs::path root_;
    fs::path ordinary_;
    fs::path own_;

    fs::path photo() const { return root_ / "photos/a.png"; }
    fs::path inAlbum() const { return root_ / "photos/album/a.png"; }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        root_ = fs::canonical(folder_->path().toStdString());
        qputenv("AUTOCHROME_MODELS", (root_ / "models").c_str());
        qputenv("XDG_DATA_HOME", (root_ / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root_ / "empty").c_str());
        fs::create_directories(root_ / "models");
        fs::create_directories(root_ / "photos/album");
        ordinary_ = makeTestModel(root_ / "models");
        own_ = addToLibrary(makeTestModel(root_, TestModel::Neutral), "own").value();
        QVERIFY(setCollectionModel(root_ / "photos/album", "own"));
    }

    void opensEachModelOnce()
    {
        Colorizers colorizers("cpu", 2);
        const auto ordinary = colorizers.ordinary().value();
        QCOMPARE(ordinary->modelName(), std::string("test-model"));
        const auto own = colorizers.forPhoto(inAlbum()).value();
        QCOMPARE(own.colorizer->modelName(), std::string("own"));
        QVERIFY(own.notice.isEmpty());
        QCOMPARE(colorizers.forPhoto(photo())->colorizer, ordinary);
        QCOMPARE(colorizers.forPhoto(inAlbum())->colorizer, own.colorizer);
        // By another way to the same file.
        QCOMPARE(colorizers.forPhoto(photo(), "own")->colorizer, own.colorizer);
    }

    void keepsNoMoreThanItMay()
    {
        Colorizers colorizers("cpu", 1);
        const std::weak_ptr<Colorizer> ordinary = colorizers.ordinary().value();
        QVERIFY(!ordinary.expired()); // though nobody uses it
        QVERIFY(colorizers.forPhoto(inAlbum()));
        QVERIFY(ordinary.expired());
    }

    void sharesWhatIsInUse()
    {
        Colorizers colorizers("cpu", 1);
        const auto ordinary = colorizers.ordinary().value();
        QVERIFY(colorizers.forPhoto(inAlbum()));
        QCOMPARE(colorizers.ordinary().value(), ordinary);
    }

    void goesOnWhenTheLibraryVanishes()
    {
        Colorizers colorizers("cpu", 1);
        const auto ordinary = colorizers.ordinary().value();
        fs::remove_all(root_ / "models");
        fs::remove_all(root_ / "home/autochrome/models");
        QCOMPARE(colorizers.forPhoto(photo())->colorizer, ordinary);
        const auto album = colorizers.forPhoto(inAlbum());
        QVERIFY(album);
        QCOMPARE(album->colorizer, ordinary);
        QVERIFY(inWords(album->notice).find("“own”") != std::string::npos);
    }

    void takesAnotherModelForOneThatVanished()
    {
        Colorizers colorizers("cpu", 1);
        QVERIFY(colorizers.ordinary());
        QVERIFY(colorizers.forPhoto(inAlbum())); // the ordinary one is closed
        fs::remove(ordinary_);
        const auto another = colorizers.ordinary();
        // The program that is tested may have a model of its own beside it.
        QVERIFY(another);
        QVERIFY((*another)->modelName() != "test-model");
    }

    void saysWhyThereIsNone_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("code");
        QTest::newRow("no such model") << "cpu"
                                       << "nobody" << int(ErrorCode::ModelMissing);
        QTest::newRow("a file that is gone")
            << "cpu"
            << "/nowhere/a.safetensors" << int(ErrorCode::ModelMissing);
        QTest::newRow("a file that is no model")
            << "cpu"
            << "damaged.safetensors" << int(ErrorCode::ModelInvalid);
        QTest::newRow("no such device") << "cuda:99"
                                        << "" << int(ErrorCode::NotFound);
    }

    void saysWhyThereIsNone()
    {
        QFETCH(QString, device);
        QFETCH(QString, model);
        QFETCH(int, code);
        std::ofstream(root_ / "damaged.safetensors") << "no model";
        if (model.startsWith("damaged"))
            model = QString::fromStdString((root_ / model.toStdString()).string());
        Colorizers colorizers(device.toStdString());
        const auto none = colorizers.forPhoto(photo(), model.toStdString());
        QVERIFY(!none);
        QCOMPARE(int(none.error().code), code);
        // The next photo, with a model that is there, is none the worse for it.
        if (device == "cpu")
            QVERIFY(colorizers.forPhoto(photo()));
    }
};

QTEST_GUILESS_MAIN(TestColorizers)
#include "test_colorizers.moc"
