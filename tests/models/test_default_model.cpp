#include "core/models/default_model.h"

#include "core/models/model_library.h"
#include "core/models/model_store.h"
#include "tests/support/make_model.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <filesystem>

using namespace autochrome;
namespace fs = std::filesystem;

/// The model that is taken if none is named, with a program that brought one along.
class TestDefaultModel : public QObject
{
    Q_OBJECT

    QTemporaryDir made_;
    fs::path coloured_;
    fs::path neutral_;
    fs::path sepia_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path root_;
    std::string shipped_; ///< name of the program's own

    static std::string now() { return defaultModel()->name; }

private Q_SLOTS:
    void initTestCase()
    {
        const fs::path made = made_.path().toStdString();
        coloured_ = makeTestModel(made);
        neutral_ = makeTestModel(made, TestModel::Neutral);
        sepia_ = makeTestModel(made, TestModel::Sepia);
    }

    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        root_ = folder_->path().toStdString();
        qunsetenv("AUTOCHROME_MODELS");
        qputenv("XDG_DATA_HOME", (root_ / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root_ / "share").c_str());
        fs::create_directories(root_ / "share/autochrome/models");
        fs::copy_file(coloured_, root_ / "share/autochrome/models/m.safetensors");
        shipped_ = now();
    }

    void addingChangesNothing_data()
    {
        QTest::addColumn<bool>("ownIsNamed");
        QTest::newRow("beside the program's") << false;
        QTest::newRow("$AUTOCHROME_MODELS is the person's folder") << true;
    }

    void addingChangesNothing()
    {
        QFETCH(bool, ownIsNamed);
        if (ownIsNamed)
            qputenv("AUTOCHROME_MODELS", personsModelFolder().c_str());
        const std::string before = now();
        QVERIFY(addToLibrary(sepia_, "zebra"));
        QCOMPARE(now(), before);
        QVERIFY(addToLibrary(neutral_, "aardvark")); // first by its name
        QCOMPARE(now(), before);
        QVERIFY(!canRollBackDefaultModel());
        QVERIFY(!modelToRollBackTo());
        // Removing what was added does not either.
        QVERIFY(removeFromLibrary("aardvark"));
        QCOMPARE(now(), before);
    }

    void theFirstAdoptionIsUndone()
    {
        QVERIFY(addToLibrary(neutral_, "album"));
        QVERIFY(setDefaultModel("album"));
        QCOMPARE(now(), std::string("album"));
        QVERIFY(canRollBackDefaultModel());
        QCOMPARE(modelToRollBackTo()->name, shipped_);
        QCOMPARE(rollBackDefaultModel()->name, shipped_);
        QCOMPARE(now(), shipped_);
        QVERIFY(!canRollBackDefaultModel());
        QCOMPARE(rollBackDefaultModel().error().code, ErrorCode::Usage);
    }

    void aSecondOneLeadsToTheFirst()
    {
        QVERIFY(addToLibrary(neutral_, "one"));
        QVERIFY(addToLibrary(sepia_, "two"));
        QVERIFY(setDefaultModel("one"));
        QVERIFY(setDefaultModel("two"));
        QCOMPARE(rollBackDefaultModel()->name, std::string("one"));
        QCOMPARE(rollBackDefaultModel()->name, shipped_);
    }

    // Choosing what is taken anyway is no step that one could go back by.
    void goingBackLeadsSomewhere()
    {
        QVERIFY(addToLibrary(neutral_, "one"));
        QVERIFY(setDefaultModel(shipped_));
        QVERIFY(!canRollBackDefaultModel());
        QVERIFY(setDefaultModel("one"));
        QCOMPARE(modelToRollBackTo()->name, shipped_);
        QCOMPARE(rollBackDefaultModel()->name, shipped_);
        QVERIFY(!canRollBackDefaultModel());
        // Nor is one whose model has gone.
        QVERIFY(setDefaultModel("one"));
        fs::remove(personsModelFolder() / "one.safetensors");
        QCOMPARE(now(), shipped_);
        QVERIFY(!canRollBackDefaultModel());
    }
};

QTEST_GUILESS_MAIN(TestDefaultModel)
#include "test_default_model.moc"
