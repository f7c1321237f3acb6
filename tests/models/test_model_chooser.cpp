#include "core/models/model_chooser.h"

#include "core/base/text.h"
#include "core/models/collection_models.h"
#include "core/models/default_model.h"
#include "core/models/model_library.h"
#include "core/models/model_store.h"
#include "tests/support/make_model.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace autochrome;
namespace fs = std::filesystem;

/// Which model a photo gets, and what is said about it.
class TestModelChooser : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    fs::path root_;
    fs::path ordinary_; ///< the default, in $AUTOCHROME_MODELS
    fs::path own_;      ///< of the album, in the person's library

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

    void goesByRank_data()
    {
        QTest::addColumn<QString>("photo");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("of no collection") << "photos/a.png"
                                          << "" << false;
        QTest::newRow("of a collection") << "photos/album/a.png"
                                         << "" << true;
        QTest::newRow("of a collection, another is named") << "photos/album/a.png"
                                                           << "test-model" << false;
        QTest::newRow("of none, the collection's is named") << "photos/a.png"
                                                            << "own" << true;
    }

    void goesByRank()
    {
        QFETCH(QString, photo);
        QFETCH(QString, named);
        QFETCH(bool, isOwn);
        ModelChooser chooser;
        const auto choice = chooser.forPhoto(root_ / photo.toStdString(), named.toStdString());
        QVERIFY(choice);
        QCOMPARE(choice->model, isOwn ? own_ : ordinary_);
        QVERIFY(choice->notice.isEmpty());
    }

    void saysThatACollectionsModelIsGone()
    {
        ModelChooser chooser;
        const fs::path photo = root_ / "photos/album/a.png";
        QCOMPARE(chooser.forPhoto(photo)->model, own_);
        fs::remove(own_); // while the program runs
        const auto choice = chooser.forPhoto(photo);
        QVERIFY(choice);
        QCOMPARE(choice->model, ordinary_);
        const std::string notice = inWords(choice->notice);
        QVERIFY2(notice.find("“own”") != std::string::npos, notice.c_str());
        QVERIFY2(notice.find("album") != std::string::npos, notice.c_str());
        // Nothing to say to a photo from elsewhere, nor to whoever names a model.
        QVERIFY(chooser.forPhoto(root_ / "photos/a.png")->notice.isEmpty());
        QVERIFY(chooser.forPhoto(photo, "test-model")->notice.isEmpty());
    }

    void endsWithWhatItBeganWith()
    {
        ModelChooser chooser;
        QCOMPARE(chooser.ordinary().value(), ordinary_);
        QVERIFY(setDefaultModel("own")); // another program
        QCOMPARE(chooser.ordinary().value(), ordinary_);
        QCOMPARE(ModelChooser().ordinary().value(), own_);
        chooser.forget();
        QCOMPARE(chooser.ordinary().value(), own_);
    }

    void saysWhatIsMissing()
    {
        ModelChooser chooser;
        const auto nobody = chooser.forPhoto(root_ / "photos/a.png", "nobody");
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().code, ErrorCode::ModelMissing);
        // One that comes later is found.
        QVERIFY(addToLibrary(makeTestModel(root_, TestModel::Sepia), "nobody"));
        QVERIFY(chooser.forPhoto(root_ / "photos/a.png", "nobody"));
    }
};

QTEST_GUILESS_MAIN(TestModelChooser)
#include "test_model_chooser.moc"
