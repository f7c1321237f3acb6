#include "core/base/text.h"
#include "core/edit/recipe.h"

#include <QtTest/QTest>

using namespace autochrome;

class TestRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame()
    {
        Recipe recipe;
        QCOMPARE(Recipe::fromJson(recipe.toJson()).value(), recipe);
        recipe.finish.tint = TintHandling::Keep;
        recipe.colour.size = 512;
        recipe.vividness.temperature = 0.1 + 0.2;
        recipe.colour.effort = Effort::Best;
        recipe.finish.strength = 1.7;
        QCOMPARE(Recipe::fromJson(recipe.toJson()).value(), recipe);
    }

    void missingFieldsStandAtTheirDefault()
    {
        QCOMPARE(Recipe::fromJson(R"({"version": 1})").value(), Recipe());
        const auto some = Recipe::fromJson(R"({"version": 1, "strength": 0.5, "later": [1, {}]})");
        QVERIFY(some);
        QCOMPARE(some->finish.strength, 0.5);
        QCOMPARE(some->colour, ColourSettings());
    }

    // Recipes lie beside photos and in queues for years.
    void readsTheFirstVersion()
    {
        const auto old = Recipe::fromJson(
            R"({"version": 1, "effort": "best", "size": 320, "strength": 0.6, "temperature": 0.5,
                "tint": "keep"})");
        QVERIFY(old);
        const auto now = Recipe::fromJson(
            R"({"version": 2, "colour": {"effort": "best", "size": 320},
                "vividness": {"temperature": 0.5}, "finish": {"strength": 0.6, "tint": "keep"}})");
        QVERIFY(now);
        QCOMPARE(*old, *now);
        QCOMPARE(old->finish.strength, 0.6);
        QCOMPARE(old->finish.tint, TintHandling::Keep);
        QCOMPARE(old->colour.size, 320);
        QCOMPARE(old->vividness.temperature, 0.5);
        QCOMPARE(old->colour.effort, Effort::Best);
        // What the second version calls its own is nothing that the first one had.
        QCOMPARE(Recipe::fromJson(R"({"version": 1, "finish": {"strength": 0.5}})").value(),
                 Recipe());
    }

    void takesTheEndsOfEachRange()
    {
        QVERIFY(
            Recipe::fromJson(R"({"version": 1, "strength": 0, "temperature": 1, "size": 128})"));
        QVERIFY(Recipe::fromJson(R"({"version": 1, "strength": 2, "size": 1024, "tint": "keep"})"));
        QVERIFY(Recipe::fromJson(R"({"version": 1, "size": 0})"));
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("cut short") << R"({"version": 1,)"
                                   << "";
        QTest::newRow("a list") << "[1]"
                                << "";
        QTest::newRow("a number") << "1"
                                  << "";
        QTest::newRow("no version") << "{}"
                                    << "version";
        QTest::newRow("version as text") << R"({"version": "1"})"
                                         << "version";
        QTest::newRow("version 0") << R"({"version": 0})"
                                   << "version";
        QTest::newRow("negative version") << R"({"version": -3})"
                                          << "version";
        QTest::newRow("newer") << R"({"version": 3})"
                               << "version";
        QTest::newRow("far newer") << R"({"version": 99999999999999})"
                                   << "version";
        QTest::newRow("stage as number") << R"({"version": 2, "finish": 1})"
                                         << "finish";
        QTest::newRow("in its stage") << R"({"version": 2, "finish": {"strength": 3}})"
                                      << "finish.strength";
        QTest::newRow("strength as text") << R"({"version": 1, "strength": "1"})"
                                          << "finish.strength";
        QTest::newRow("strength below") << R"({"version": 1, "strength": -0.01})"
                                        << "finish.strength";
        QTest::newRow("strength above") << R"({"version": 1, "strength": 2.01})"
                                        << "finish.strength";
        QTest::newRow("strength null") << R"({"version": 1, "strength": null})"
                                       << "finish.strength";
        QTest::newRow("strength huge") << R"({"version": 1, "strength": 1e308})"
                                       << "finish.strength";
        QTest::newRow("effort unknown") << R"({"version": 1, "effort": "heroic"})"
                                        << "colour.effort";
        QTest::newRow("effort 2") << R"({"version": 1, "effort": 2})"
                                  << "colour.effort";
        QTest::newRow("temperature 0") << R"({"version": 1, "temperature": 0})"
                                       << "vividness.temperature";
        QTest::newRow("temperature above") << R"({"version": 1, "temperature": 1.1})"
                                           << "vividness.temperature";
        QTest::newRow("temperature true") << R"({"version": 1, "temperature": true})"
                                          << "vividness.temperature";
        QTest::newRow("size 100") << R"({"version": 1, "size": 100})"
                                  << "colour.size";
        QTest::newRow("size 96") << R"({"version": 1, "size": 96})"
                                 << "colour.size";
        QTest::newRow("size 1056") << R"({"version": 1, "size": 1056})"
                                   << "colour.size";
        QTest::newRow("size 256.5") << R"({"version": 1, "size": 256.5})"
                                    << "colour.size";
        QTest::newRow("size negative") << R"({"version": 1, "size": -32})"
                                       << "colour.size";
        QTest::newRow("size beyond int") << R"({"version": 1, "size": 8589934592})"
                                         << "colour.size";
        QTest::newRow("tint unknown") << R"({"version": 1, "tint": "blue"})"
                                      << "finish.tint";
        QTest::newRow("tint as number") << R"({"version": 1, "tint": 1})"
                                        << "finish.tint";
    }

    void refusesWhatIsWrong()
    {
        QFETCH(QString, json);
        QFETCH(QString, named);
        const auto recipe = Recipe::fromJson(json.toStdString());
        QVERIFY(!recipe);
        QCOMPARE(recipe.error().code, ErrorCode::Usage);
        QVERIFY(!inWords(recipe.error().message).empty());
        if (!named.isEmpty())
            QCOMPARE(QString::fromStdString(recipe.error().detail), named);
    }
};

QTEST_GUILESS_MAIN(TestRecipe)
#include "test_recipe.moc"
