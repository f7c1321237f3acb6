#include "core/edit/shipped_presets.h"

#include "core/base/text.h"
#include "core/edit/recipe_order.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

class TestShippedPresets : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    RecipePresets own() const
    {
        return RecipePresets(folder_.filePath("presets.json").toStdString());
    }

private Q_SLOTS:
    void areSoundRecipes()
    {
        QCOMPARE(shippedPresets().size(), std::size_t(4));
        for (const ShippedPreset& preset : shippedPresets()) {
            QVERIFY2(!preset.keys.empty(), preset.name);
            QVERIFY(*preset.purpose);
            const auto read = Recipe::fromJson(preset.recipe.toJson()); // everything in range
            QVERIFY2(read && *read == preset.recipe, preset.name);
            QVERIFY2(withNamed(Recipe(), preset.recipe, preset.keys) == preset.recipe,
                     preset.name); // the keys are all that it sets
            QVERIFY(preset.recipe.geometry == GeometrySettings());
            QVERIFY(preset.recipe.repair.mask.isEmpty());
        }
    }

    void areFoundByName_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("as it is called") << QByteArray("Glass negative");
        QTest::newRow("in small letters") << QByteArray("glass negative");
        QTest::newRow("as one word") << QByteArray("glass-negative");
    }

    void areFoundByName()
    {
        QFETCH(QByteArray, name);
        const auto found = presetNamed(name.toStdString(), own());
        QVERIFY(found);
        QVERIFY(found->recipe.tone.negative);
        QVERIFY(std::ranges::count(found->keys, "tone.negative") == 1);
        QVERIFY(std::ranges::count(found->keys, "finish.strength") == 0);
    }

    void onesOwnGoFirst()
    {
        Recipe recipe;
        recipe.finish.strength = 0.5;
        recipe.geometry.rotation = Rotation::Half;
        QVERIFY(own().save("Newspaper", recipe));
        const auto found = presetNamed("Newspaper", own());
        QVERIFY(found && found->recipe.finish.strength == 0.5);
        Recipe photos;
        photos.geometry.flip = Flip::Vertical;
        photos.tone.contrast = 0.5;
        const Recipe mixed = withNamed(photos, found->recipe, found->keys);
        QCOMPARE(mixed.finish.strength, 0.5);
        QCOMPARE(mixed.tone.contrast, 0.0);
        QVERIFY(mixed.geometry == photos.geometry); // how a photo lies is its own
        QVERIFY(presetNamed("newspaper", own())->recipe.repair.smooth); // not its very name
    }

    void othersAreNamedInTheSentence()
    {
        QVERIFY(own().save("Mine", Recipe()));
        const auto none = presetNamed("Album", own());
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Usage);
        const QString sentence = QString::fromStdString(inWords(none.error().message));
        for (const char* name : {"Album", "Print from an album", "Newspaper", "Mine"})
            QVERIFY2(sentence.contains(name), qPrintable(sentence));
    }
};

QTEST_GUILESS_MAIN(TestShippedPresets)
#include "test_shipped_presets.moc"
