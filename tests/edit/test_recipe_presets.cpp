#include "core/base/small_file.h"
#include "core/edit/recipe_presets.h"

#include <QTemporaryDir>
#include <QtTest/QTest>
#include <fstream>

using namespace autochrome;

namespace fs = std::filesystem;

namespace {

Recipe strengthOf(double strength)
{
    Recipe recipe;
    recipe.finish.strength = strength;
    return recipe;
}

std::string names(const RecipePresets& presets)
{
    std::string names;
    const std::vector<RecipePreset> all = presets.all().value();
    for (const RecipePreset& preset : all)
        names += preset.name + ",";
    return names;
}

} // namespace

class TestRecipePresets : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path file_;

    RecipePresets presets() const { return RecipePresets(file_); }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        file_ = folder_->filePath("data/autochrome/presets.json").toStdString();
    }

    void comeBack()
    {
        QVERIFY(presets().all().value().empty());
        QVERIFY(!fs::exists(file_)); // looking writes nothing
        QVERIFY(presets().save("Warm “album”", strengthOf(1.5)));
        QVERIFY(presets().save("Blass", strengthOf(0.5)));
        QCOMPARE(names(presets()), std::string("Warm “album”,Blass,"));
        QCOMPARE(presets().all()->front().recipe, strengthOf(1.5));
    }

    void aNameIsThereOnce()
    {
        QVERIFY(presets().save("a", strengthOf(1.5)));
        QVERIFY(presets().save("b", strengthOf(0.5)));
        QVERIFY(presets().save("a", strengthOf(0.1)));
        QCOMPARE(names(presets()), std::string("a,b,"));
        QCOMPARE(presets().all()->front().recipe, strengthOf(0.1));
    }

    void renames()
    {
        QVERIFY(presets().save("a", strengthOf(1.5)));
        QVERIFY(presets().save("b", strengthOf(0.5)));
        QVERIFY(presets().rename("a", "c"));
        QCOMPARE(names(presets()), std::string("c,b,"));
        QVERIFY(presets().rename("c", "c"));
        QCOMPARE(presets().rename("c", "b").error().code, ErrorCode::TargetExists);
        QCOMPARE(presets().rename("a", "d").error().code, ErrorCode::NotFound);
        QCOMPARE(names(presets()), std::string("c,b,"));
    }

    void removes()
    {
        QVERIFY(presets().save("a", strengthOf(1.5)));
        QVERIFY(presets().save("b", strengthOf(0.5)));
        QVERIFY(presets().remove("a"));
        QCOMPARE(names(presets()), std::string("b,"));
        QCOMPARE(presets().remove("a").error().code, ErrorCode::NotFound);
    }

    void aDamagedFileIsSetAside()
    {
        fs::create_directories(file_.parent_path());
        std::ofstream(file_) << "{\"presets\": 1";
        QCOMPARE(presets().all().error().code, ErrorCode::Corrupt);
        QVERIFY(presets().save("a", strengthOf(1.5)));
        QCOMPARE(names(presets()), std::string("a,"));
        QCOMPARE(readSmallFile(fs::path(file_) += ".aside").value(),
                 std::string("{\"presets\": 1"));
    }

    void thoseOfANewerProgramStay()
    {
        fs::create_directories(file_.parent_path());
        const std::string newer = R"({"version": 2, "presets": []})";
        std::ofstream(file_) << newer;
        QCOMPARE(presets().all().error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(presets().save("a", strengthOf(1.5)).error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(readSmallFile(file_).value(), newer);
    }

    // One that this program cannot read is not offered, and not lost.
    void whatCannotBeReadStays()
    {
        fs::create_directories(file_.parent_path());
        std::ofstream(file_) << R"({"version": 1, "presets": [
            {"name": "later", "recipe": {"version": 99, "wonder": true}}, 5]})";
        QVERIFY(presets().save("a", strengthOf(1.5)));
        QCOMPARE(names(presets()), std::string("a,"));
        const std::string content = readSmallFile(file_).value();
        QVERIFY(content.find("wonder") != std::string::npos);
    }

    void tellsIfTheyCannotBeKept()
    {
        std::ofstream(folder_->filePath("data").toStdString()) << "no folder";
        QVERIFY(!presets().save("a", strengthOf(1.5)));
        QVERIFY(!RecipePresets({}).save("a", strengthOf(1.5)));
    }
};

QTEST_GUILESS_MAIN(TestRecipePresets)
#include "test_recipe_presets.moc"
