#include "core/edit/recipe_order.h"

#include <QTemporaryDir>
#include <QtTest/QTest>
#include <fstream>

using namespace autochrome;

namespace fs = std::filesystem;

namespace {

Recipe recipeOf(double strength, int size)
{
    Recipe recipe;
    recipe.finish.strength = strength;
    recipe.colour.size = size;
    return recipe;
}

} // namespace

class TestRecipeOrder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    PhotoMark photo_;

    RecipeStore store() const { return RecipeStore(folder_->filePath("data").toStdString()); }
    fs::path beside() const { return RecipeStore::fileBeside(photo_.path); }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        photo_ = {folder_->filePath("scan.tif").toStdString(), 0, std::string(64, 'a')};
        std::ofstream(photo_.path) << "a";
    }

    void aPhotoWithoutSettingsFollowsTheOrder()
    {
        const auto chosen = recipeFor(photo_, {recipeOf(0.5, 256)}, store());
        QVERIFY(chosen);
        QCOMPARE(chosen->recipe, recipeOf(0.5, 256));
        QVERIFY(chosen->warnings.empty());
    }

    void itsOwnSettingsGoFirst_data()
    {
        QTest::addColumn<bool>("keptFirst");
        QTest::addColumn<QStringList>("named");
        QTest::addColumn<double>("strength");
        QTest::addColumn<int>("size");
        QTest::newRow("nothing is named") << true << QStringList() << 1.5 << 512;
        QTest::newRow("the strength is named")
            << true << QStringList{"finish.strength"} << 0.5 << 512;
        QTest::newRow("both are named")
            << true << QStringList{"finish.strength", "colour.size"} << 0.5 << 256;
        QTest::newRow("they are not wanted") << false << QStringList() << 0.5 << 256;
    }

    void itsOwnSettingsGoFirst()
    {
        QFETCH(bool, keptFirst);
        QFETCH(QStringList, named);
        QFETCH(double, strength);
        QFETCH(int, size);
        QVERIFY(store().save(photo_, recipeOf(1.5, 512), {}));
        RecipeOrder order{recipeOf(0.5, 256), keptFirst};
        for (const QString& key : named)
            order.named.push_back(key.toStdString());
        const auto chosen = recipeFor(photo_, order, store());
        QVERIFY(chosen);
        QCOMPARE(chosen->recipe, recipeOf(strength, size));
        QVERIFY(chosen->warnings.empty());
    }

    // Nobody gets other colours than were chosen without being told.
    void whatCannotBeUsedIsAnError_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<int>("code");
        QTest::newRow("damaged") << "{" << int(ErrorCode::Corrupt);
        QTest::newRow("newer") << "{\"sidecar\": 9}" << int(ErrorCode::UnsupportedFormat);
    }

    void whatCannotBeUsedIsAnError()
    {
        QFETCH(QString, content);
        QFETCH(int, code);
        std::ofstream(beside()) << content.toStdString();
        const auto chosen = recipeFor(photo_, {}, store());
        QVERIFY(!chosen);
        QCOMPARE(int(chosen.error().code), code);
        QVERIFY(recipeFor(photo_, {{}, false}, store()));
        const auto file = recipeInFile(beside());
        QVERIFY(!file);
        QCOMPARE(int(file.error().code), code);
    }

    void anotherPhotosAreToldOf()
    {
        PhotoMark other = photo_;
        other.sha256 = std::string(64, 'b');
        QVERIFY(store().save(other, recipeOf(1.5, 512), {}));
        const auto chosen = recipeFor(photo_, {recipeOf(0.5, 256)}, store());
        QVERIFY(chosen);
        QCOMPARE(chosen->recipe, recipeOf(0.5, 256));
        QCOMPARE(chosen->warnings.size(), std::size_t(1));
    }

    void readsFilesOfBothKinds()
    {
        QVERIFY(store().save(photo_, recipeOf(1.5, 512), {}));
        QCOMPARE(recipeInFile(beside()).value(), recipeOf(1.5, 512));
        const fs::path bare = folder_->filePath("my.json").toStdString();
        std::ofstream(bare) << recipeOf(0.1, 128).toJson();
        QCOMPARE(recipeInFile(bare).value(), recipeOf(0.1, 128));
        QCOMPARE(recipeInFile(folder_->filePath("none.json").toStdString()).error().code,
                 ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestRecipeOrder)
#include "test_recipe_order.moc"
