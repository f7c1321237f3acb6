#include "core/edit/recipe_parameters.h"

#include "core/base/parameter_json.h"
#include "core/base/text.h"

#include <QtTest/QTest>
#include <nlohmann/json.hpp>

#include <set>

using namespace autochrome;
using Json = nlohmann::json;

namespace {

// Some values that a parameter may have, other than its default.
std::vector<ParameterValue> othersOf(const RecipeParameter& row)
{
    std::vector<ParameterValue> values;
    switch (row.kind) {
    case ParameterKind::Switch:
        values = {true, false};
        break;
    case ParameterKind::Choice:
        for (const ParameterChoice& choice : row.choices)
            values.emplace_back(std::string(choice.name));
        break;
    case ParameterKind::Whole:
        values = {std::int64_t(row.range.least), std::int64_t(row.range.most)};
        break;
    case ParameterKind::Number:
        values = {row.range.least + 0.1 * (row.range.most - row.range.least), row.range.most};
        break;
    case ParameterKind::Text:
        values = {std::string(row.form.example)};
        break;
    case ParameterKind::Numbers:
        values = {std::vector<double>(std::size_t(row.count), 1.5)};
        break;
    }
    std::erase(values, row.usual());
    return values;
}

// What it may not be, as JSON.
std::vector<Json> wrongOf(const RecipeParameter& row)
{
    std::vector<Json> values{nullptr, Json::object()};
    if (row.kind == ParameterKind::Numbers)
        values.insert(values.end(), {{1, 2, 3}, Json(std::vector<std::string>(8, "1"))});
    else
        values.push_back(Json::array());
    if (row.kind != ParameterKind::Switch)
        values.push_back(true);
    if (row.kind == ParameterKind::Whole || row.kind == ParameterKind::Number) {
        values.insert(values.end(), {"1", row.range.most * 1.01 + 1, row.range.least - 0.5, 1e300});
        if (row.kind == ParameterKind::Whole)
            values.push_back(row.range.least + 0.5);
        if (row.range.multipleOf != 0)
            values.push_back(int(row.range.least) + 1);
        if (row.range.aboveLeast)
            values.push_back(row.range.least);
    } else {
        values.insert(values.end(), {1, "none of them", ""});
    }
    return values;
}

Json recipeWith(const RecipeParameter& row, const Json& value)
{
    Json json{{"version", Recipe::currentVersion}};
    json[std::string(row.stage())][std::string(row.name())] = value;
    return json;
}

} // namespace

/// Whatever stands in the table works everywhere: each row of it is a row of data here.
class TestRecipeParameters : public QObject
{
    Q_OBJECT

    static void eachRow()
    {
        QTest::addColumn<QString>("key");
        for (const RecipeParameter& row : recipeParameters())
            QTest::newRow(row.key) << QString(row.key);
    }

    static const RecipeParameter& row()
    {
        QFETCH(QString, key);
        return recipeParameter(key.toStdString());
    }

private Q_SLOTS:
    void saysWhatItIs_data() { eachRow(); }
    void comesBackFromJson_data() { eachRow(); }
    void refusesWhatIsNotAllowed_data() { eachRow(); }
    void comesBackFromWords_data() { eachRow(); }
    void isToldWhenItMatters_data() { eachRow(); }

    void namesAreUnique()
    {
        std::set<std::string> keys, names, options;
        for (const RecipeParameter& row : recipeParameters()) {
            QVERIFY2(keys.insert(row.key).second, row.key);
            QVERIFY2(names.insert(std::string(row.name())).second, row.key); // in the history
            if (*row.option.names)
                QVERIFY2(options.insert(row.longOption()).second, row.key);
        }
        QVERIFY(!findParameter(recipeParameters(), "finish.nothing"));
    }

    void saysWhatItIs()
    {
        const RecipeParameter& row = this->row();
        QVERIFY(!row.stage().empty());
        QVERIFY(row.check(row.usual()));
        QVERIFY(!othersOf(row).empty());
        QVERIFY(*row.row.name); // Undo: …
        for (const int offered : row.row.offered)
            QVERIFY(row.check(std::int64_t(offered)));
        if (!*row.option.names) // commands say it in another way
            return;
        QVERIFY(row.longOption().starts_with("--"));
        QVERIFY(*row.option.help);
        QVERIFY(*row.option.brief);
        // It stands between quotes in the completions of three shells.
        QVERIFY(!QString(row.option.brief).contains(QRegularExpression("['\\[\\]\":\\\\$`]")));
        // Only a flag, and an option whose value may be left out, have one without being given it.
        const bool mayStandAlone = !*row.option.value || *row.option.value == '[';
        QCOMPARE(mayStandAlone, row.option.sets != std::string());
        if (*row.option.sets)
            QVERIFY(row.fromText(row.option.sets));
        if (row.kind == ParameterKind::Number && *row.row.title) {
            QVERIFY(row.row.low != row.row.high);
            QVERIFY(row.row.step > 0);
            QVERIFY(row.check(row.row.low));
            QVERIFY(row.check(row.row.high));
        }
    }

    void comesBackFromJson()
    {
        const RecipeParameter& row = this->row();
        for (const ParameterValue& value : othersOf(row)) {
            Recipe recipe;
            row.set(recipe, value);
            QVERIFY(row.of(recipe) == value);
            QVERIFY(!row.isUsual(recipe));
            QVERIFY(recipe != Recipe());
            const Json json = Json::parse(recipe.toJson());
            QVERIFY(json.at(std::string(row.stage())).contains(std::string(row.name())));
            QCOMPARE(Recipe::fromJson(json.dump()).value(), recipe);
            // It touches none but itself.
            for (const RecipeParameter& other : recipeParameters())
                QCOMPARE(other.isUsual(recipe), &other != &row);
        }
    }

    void refusesWhatIsNotAllowed()
    {
        const RecipeParameter& row = this->row();
        for (const Json& value : wrongOf(row)) {
            const auto recipe = Recipe::fromJson(recipeWith(row, value).dump());
            QVERIFY2(!recipe, value.dump().c_str());
            QCOMPARE(recipe.error().code, ErrorCode::Usage);
            QCOMPARE(recipe.error().detail, std::string(row.key));
            QVERIFY2(inWords(recipe.error().message).find(row.key) != std::string::npos,
                     inWords(recipe.error().message).c_str());
            QVERIFY(inWords(recipe.error().message).find('%') == std::string::npos);
        }
    }

    void comesBackFromWords()
    {
        const RecipeParameter& row = this->row();
        for (const ParameterValue& value : othersOf(row)) {
            const auto read = row.fromText(row.toText(value));
            QVERIFY2(read, row.toText(value).c_str());
            QVERIFY(*read == value);
        }
        QVERIFY(row.fromText(row.toText(row.usual())) == row.usual());
        for (const char* wrong : {"", " ", "much", "nan", "inf", "-1000", "1e9", "0x10", "1 2"})
            QVERIFY2(!row.fromText(wrong), wrong);
        QVERIFY(!row.demand().empty());
    }

    // The history of a result names what differs from the default, and little else.
    void isToldWhenItMatters()
    {
        const RecipeParameter& row = this->row();
        const std::string name(row.name());
        QCOMPARE(toldParameters(Recipe()).contains(name), row.isAlwaysTold);
        for (const ParameterValue& value : othersOf(row)) {
            Recipe recipe;
            row.set(recipe, value);
            const auto told = toldParameters(recipe);
            QVERIFY(told.contains(name));
            const auto read = row.fromText(told.at(name));
            QVERIFY2(read && *read == value, told.at(name).c_str());
        }
    }

    void toldNumbersAreShort()
    {
        Recipe recipe;
        recipeParameter("vividness.temperature").set(recipe, 0.1 + 0.2);
        QCOMPARE(toldParameters(recipe).at("temperature"), std::string("0.3"));
    }
};

QTEST_GUILESS_MAIN(TestRecipeParameters)
#include "test_recipe_parameters.moc"
