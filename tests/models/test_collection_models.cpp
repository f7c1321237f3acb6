#include "core/models/collection_models.h"

#include "core/base/text.h"
#include "core/models/default_model.h"
#include "core/models/model_library.h"
#include "core/models/model_store.h"
#include "tests/support/make_model.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <fstream>

using namespace autochrome;
namespace fs = std::filesystem;

class TestCollectionModels : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    fs::path root_;
    fs::path own_;   ///< of the person's own model
    fs::path other_; ///< of the one in $AUTOCHROME_MODELS

    fs::path madeFolder(const fs::path& name) const
    {
        fs::create_directories(root_ / name);
        return root_ / name;
    }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        root_ = fs::canonical(folder_->path().toStdString());
        qputenv("AUTOCHROME_MODELS", (root_ / "models").c_str());
        qputenv("XDG_DATA_HOME", (root_ / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root_ / "empty").c_str());
        other_ = makeTestModel(madeFolder("models"));
        own_ = addToLibrary(makeTestModel(root_, TestModel::Neutral), "own").value();
        madeFolder("photos/album/inner");
        madeFolder("photos/albums");
    }

    void thereAreNoneAtFirst()
    {
        QVERIFY(collectionModels().empty());
        const auto model = modelForPhoto(root_ / "photos/a.jpg");
        QVERIFY(model.model.empty() && model.warning.isEmpty());
        QCOMPARE(collectionModelOf(root_ / "photos").name, std::string());
    }

    void isKept()
    {
        QVERIFY(setCollectionModel(root_ / "photos/album/", "own"));
        const auto all = collectionModels();
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].folder, root_ / "photos/album");
        QCOMPARE(all[0].name, std::string("own"));
        QCOMPARE(all[0].sha256, verifyModel(own_)->sha256);
        QVERIFY(fs::exists(root_ / "home/autochrome/collection-models.json"));
        QCOMPARE(defaultModel()->name, std::string("test-model")); // of the rest

        QVERIFY(setCollectionModel(root_ / "photos/album", "test-model")); // instead
        QCOMPARE(collectionModels().size(), std::size_t(1));
        QCOMPARE(collectionModelOf(root_ / "photos/album").name, std::string("test-model"));
        QCOMPARE(collectionModelOf(root_ / "photos/album/inner").folder, root_ / "photos/album");
        QCOMPARE(collectionModelOf(root_ / "photos").name, std::string());
        QVERIFY(clearCollectionModel(root_ / "photos/album"));
        QVERIFY(collectionModels().empty());
        QCOMPARE(clearCollectionModel(root_ / "photos/album").error().code, ErrorCode::Usage);
    }

    void theDeepestFolderCounts_data()
    {
        QTest::addColumn<QString>("photo");
        QTest::addColumn<QString>("model");
        QTest::newRow("in the folder") << "photos/album/a.jpg"
                                       << "own";
        QTest::newRow("below it") << "photos/album/x/y/a.jpg"
                                  << "own";
        QTest::newRow("in a deeper one") << "photos/album/inner/a.jpg"
                                         << "test-model";
        QTest::newRow("a name that begins alike") << "photos/albums/a.jpg"
                                                  << "";
        QTest::newRow("above") << "photos/a.jpg"
                               << "";
        QTest::newRow("by a detour") << "photos/albums/../album/./a.jpg"
                                     << "own";
        QTest::newRow("elsewhere") << "b.jpg"
                                   << "";
    }

    void theDeepestFolderCounts()
    {
        QFETCH(QString, photo);
        QFETCH(QString, model);
        QVERIFY(setCollectionModel(root_ / "photos/album/inner", "test-model"));
        QVERIFY(setCollectionModel(root_ / "photos/album", "own"));
        const auto found = modelForPhoto(root_ / photo.toStdString());
        const fs::path wanted = model == "own" ? own_ : model.isEmpty() ? fs::path() : other_;
        QCOMPARE(found.model, wanted);
        QVERIFY(found.warning.isEmpty());
    }

    void followsLinks()
    {
        fs::create_directory_symlink(root_ / "photos/album", root_ / "link");
        QVERIFY(setCollectionModel(root_ / "link", "own"));
        QCOMPARE(collectionModels()[0].folder, root_ / "photos/album");
        QCOMPARE(modelForPhoto(root_ / "photos/album/a.jpg").model, own_);
        QCOMPARE(modelForPhoto(root_ / "link/a.jpg").model, own_);

        // A photo that is a link itself: by where it lies, or else by where it leads.
        std::ofstream(root_ / "elsewhere.jpg") << "x";
        std::ofstream(root_ / "photos/album/real.jpg") << "x";
        fs::create_symlink(root_ / "elsewhere.jpg", root_ / "photos/album/in.jpg");
        fs::create_symlink(root_ / "photos/album/real.jpg", root_ / "out.jpg");
        QCOMPARE(modelForPhoto(root_ / "photos/album/in.jpg").model, own_);
        QCOMPARE(modelForPhoto(root_ / "out.jpg").model, own_);

        QVERIFY(clearCollectionModel(root_ / "link"));
    }

    void takesRelativePaths()
    {
        const fs::path before = fs::current_path();
        fs::current_path(root_ / "photos");
        QVERIFY(setCollectionModel("album", "own"));
        QCOMPARE(modelForPhoto("album/a.jpg").model, own_);
        QVERIFY(modelForPhoto("a.jpg").model.empty());
        fs::current_path(root_ / "photos/album");
        QCOMPARE(modelForPhoto("a.jpg").model, own_);
        fs::current_path(before);
    }

    void keepsAnyName()
    {
        const std::string latin1 = "Fotos-M\xfcnchen";
        const fs::path folder = madeFolder(latin1);
        QVERIFY(setCollectionModel(folder, "own"));
        QCOMPARE(collectionModels()[0].folder, folder);
        QCOMPARE(modelForPhoto(folder / "a.jpg").model, own_);
        QVERIFY(clearCollectionModel(folder));
        fs::remove_all(folder); // Qt cannot
    }

    void saysThatItsModelIsGone()
    {
        QVERIFY(setCollectionModel(root_ / "photos/album", "own"));
        fs::remove(own_); // by hand, so that nobody forgets it
        const auto found = modelForPhoto(root_ / "photos/album/a.jpg");
        QVERIFY(found.model.empty());
        const std::string warning = inWords(found.warning);
        QVERIFY2(warning.find("“own”") != std::string::npos &&
                     warning.find("photos/album") != std::string::npos,
                 warning.c_str());
        QVERIFY(modelForPhoto(root_ / "photos/a.jpg").warning.isEmpty());
    }

    void itsFolderMayBeGone()
    {
        QVERIFY(setCollectionModel(root_ / "photos/album", "own"));
        fs::remove_all(root_ / "photos/album");
        QCOMPARE(collectionModels().size(), std::size_t(1));
        QVERIFY(clearCollectionModel(root_ / "photos/album"));
    }

    void removingAModelForgetsIt()
    {
        QVERIFY(setCollectionModel(root_ / "photos/album", "own"));
        QVERIFY(setCollectionModel(root_ / "photos/albums", "test-model"));
        QVERIFY(removeFromLibrary("own"));
        QCOMPARE(collectionModels().size(), std::size_t(1));
        QCOMPARE(collectionModels()[0].name, std::string("test-model"));
        QVERIFY(modelForPhoto(root_ / "photos/album/a.jpg").warning.isEmpty());
    }

    void isFoundByItsWeights()
    {
        // The same model under another name, as after an export and an import.
        QVERIFY(setCollectionModel(root_ / "photos/album", "own"));
        const auto out = exportModel("own", root_ / "out.safetensors");
        fs::remove(own_);
        const auto back = addToLibrary(*out, "renamed");
        QCOMPARE(modelForPhoto(root_ / "photos/album/a.jpg").model, *back);
        QVERIFY(modelForPhoto(root_ / "photos/album/a.jpg").warning.isEmpty());
    }

    void refuses()
    {
        QCOMPARE(setCollectionModel(root_ / "photos", "nobody").error().code,
                 ErrorCode::ModelMissing);
        QCOMPARE(setCollectionModel(root_ / "nowhere", "own").error().code, ErrorCode::NotFound);
        std::ofstream(root_ / "photos/a.jpg") << "x";
        QCOMPARE(setCollectionModel(root_ / "photos/a.jpg", "own").error().code,
                 ErrorCode::NotFound);
        QVERIFY(collectionModels().empty());
    }

    void damageCountsAsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut") << QByteArray("{\"collections\": [{");
        QTest::newRow("another kind") << QByteArray("[1, 2]");
        QTest::newRow("no list") << QByteArray("{\"collections\": 3}");
        QTest::newRow("wrong types") << QByteArray(
            "{\"collections\": [1, {\"folder\": 3, \"name\": \"a\", \"sha256\": \"b\"}, "
            "{\"folder\": [\"x\"], \"name\": \"a\", \"sha256\": \"b\"}, {\"folder\": \"/a\"}, "
            "{\"folder\": \"relative\", \"name\": \"a\", \"sha256\": \"b\"}]}");
    }

    void damageCountsAsNone()
    {
        QFETCH(QByteArray, content);
        std::ofstream(root_ / "home/autochrome/collection-models.json") << content.toStdString();
        QVERIFY(collectionModels().empty());
        QVERIFY(modelForPhoto(root_ / "photos/album/a.jpg").warning.isEmpty());
        QVERIFY(setCollectionModel(root_ / "photos/album", "own"));
        QCOMPARE(modelForPhoto(root_ / "photos/album/a.jpg").model, own_);
    }
};

QTEST_GUILESS_MAIN(TestCollectionModels)
#include "test_collection_models.moc"
