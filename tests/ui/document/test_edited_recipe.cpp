#include "ui/document/edited_recipe.h"

#include <QSignalSpy>
#include <QtTest>

using namespace autochrome;

namespace {

Recipe strengthOf(double strength)
{
    Recipe recipe;
    recipe.finish.strength = strength;
    return recipe;
}

} // namespace

class TestEditedRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsOtherwiseUntilItIsEdited();
    void tellsOfEachEdit();
    void leavesNoStepWhereNothingChanges();
    void mergesTheStepsOfAGesture();
};

void TestEditedRecipe::beginsOtherwiseUntilItIsEdited()
{
    EditedRecipe recipe;
    QSignalSpy begun(&recipe, &EditedRecipe::begun);
    QSignalSpy edited(&recipe, &EditedRecipe::edited);
    recipe.beginWith(Recipe()); // as it is
    QCOMPARE(begun.size(), 0);
    recipe.beginWith(strengthOf(0.5));
    QCOMPARE(begun.size(), 1);
    QCOMPARE(recipe.now(), strengthOf(0.5));
    QVERIFY(!recipe.undoStack()->canUndo());
    QCOMPARE(edited.size(), 0);

    recipe.edit(strengthOf(0.7));
    recipe.beginWith(strengthOf(0.2));
    QCOMPARE(recipe.now(), strengthOf(0.7));
    recipe.undoStack()->undo();
    recipe.beginWith(strengthOf(0.2)); // what was undone may be done again
    QCOMPARE(recipe.now(), strengthOf(0.5));
    QCOMPARE(begun.size(), 1);
}

void TestEditedRecipe::tellsOfEachEdit()
{
    EditedRecipe recipe;
    QList<double> told;
    connect(&recipe, &EditedRecipe::edited, this,
            [&] { told << recipe.now().finish.strength; }); // it is there by then
    recipe.edit(strengthOf(0.7), -1, "a preset");
    QCOMPARE(recipe.undoStack()->undoText(), QString("a preset"));
    recipe.edit(strengthOf(0.2));
    recipe.undoStack()->undo();
    recipe.undoStack()->redo();
    QCOMPARE(told, (QList<double>{0.7, 0.2, 0.7, 0.2}));
}

void TestEditedRecipe::leavesNoStepWhereNothingChanges()
{
    EditedRecipe recipe;
    QSignalSpy edited(&recipe, &EditedRecipe::edited);
    recipe.edit(Recipe());
    QCOMPARE(recipe.undoStack()->count(), 0);
    QCOMPARE(edited.size(), 0);
}

void TestEditedRecipe::mergesTheStepsOfAGesture()
{
    EditedRecipe recipe;
    for (const double strength : {0.9, 0.8, 0.7})
        recipe.edit(strengthOf(strength), 3);
    recipe.edit(strengthOf(0.6), 4); // the next drag
    QCOMPARE(recipe.undoStack()->count(), 2);
    recipe.undoStack()->undo();
    QCOMPARE(recipe.now(), strengthOf(0.7));
    recipe.undoStack()->undo();
    QCOMPARE(recipe.now(), Recipe());
}

QTEST_GUILESS_MAIN(TestEditedRecipe)
#include "test_edited_recipe.moc"
