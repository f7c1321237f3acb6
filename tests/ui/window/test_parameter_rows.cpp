#include "core/edit/recipe_parameters.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/parameter_editor.h"
#include "ui/tools/slider_row.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QUndoStack>
#include <QtTest>

using namespace autochrome;

namespace {

// Changes a parameter as a person does, by the control that its key names; false: there is none.
bool change(const QWidget* panel, const QString& key)
{
    if (auto* row = panel->findChild<SliderRow*>(key)) {
        row->slider()->setValue(row->slider()->value() > 50 ? 10 : 90);
    } else if (auto* list = panel->findChild<QComboBox*>(key)) {
        list->setCurrentIndex(list->currentIndex() == 0 ? 1 : 0);
    } else if (auto* group = panel->findChild<QButtonGroup*>(key)) {
        for (QAbstractButton* button : group->buttons())
            if (!button->isChecked()) {
                button->click();
                break;
            }
    } else if (auto* box = panel->findChild<QCheckBox*>(key)) {
        box->click();
    } else {
        return false;
    }
    return true;
}

QStringList spokenIn(const QWidget* panel, const QString& key)
{
    QStringList names;
    if (const auto* row = panel->findChild<SliderRow*>(key))
        names << row->slider()->accessibleName() << row->field()->accessibleName();
    else if (const auto* list = panel->findChild<QComboBox*>(key))
        names << list->accessibleName();
    else if (const auto* box = panel->findChild<QCheckBox*>(key))
        names << box->text();
    else if (const auto* group = panel->findChild<QButtonGroup*>(key))
        for (const QAbstractButton* button : group->buttons())
            names << button->accessibleName();
    return names;
}

} // namespace

/// Each row of the table of parameters that has a title is a row of the panel, and every one has
/// its step of undo.
class TestParameterRows : public QObject
{
    Q_OBJECT

    static void eachRow(bool onlyShown)
    {
        QTest::addColumn<QString>("key");
        for (const RecipeParameter& row : recipeParameters())
            if (*row.row.title || !onlyShown)
                QTest::newRow(row.key) << QString(row.key);
    }

private Q_SLOTS:
    void changesTheRecipe_data() { eachRow(true); }
    void changesTheRecipe()
    {
        QFETCH(QString, key);
        const RecipeParameter& row = recipeParameter(key.toStdString());
        const WindowFixture fixture;
        const auto window = openWindow({fixture.makePhoto("grey.png")});
        PhotoDocument* document = window->session()->shown();
        QVERIFY(change(window->panel(), key));
        QVERIFY(!row.isUsual(document->recipe()));
        for (const RecipeParameter& other : recipeParameters())
            QCOMPARE(other.isUsual(document->recipe()), &other != &row);
        const QAction* undo = window->actions()[Command::Undo];
        QVERIFY2(undo->text().contains(wordsOf(row.row.name)), qPrintable(undo->text()));

        // What the document says is what the row shows.
        const ParameterValue chosen = row.of(document->recipe());
        window->actions()[Command::Undo]->trigger();
        QVERIFY(document->recipe() == Recipe());
        window->actions()[Command::Redo]->trigger();
        QVERIFY(row.of(document->recipe()) == chosen);
        window->actions()[Command::Reset]->trigger();
        QVERIFY(document->recipe() == Recipe());
        QVERIFY(change(window->panel(), key));
        QVERIFY(row.of(document->recipe()) == chosen);
    }

    void isSpoken_data() { eachRow(true); }
    void isSpoken()
    {
        QFETCH(QString, key);
        const WindowFixture fixture;
        const MainWindow window;
        const QStringList names = spokenIn(window.panel(), key);
        QVERIFY(!names.isEmpty());
        const QString title = wordsOf(recipeParameter(key.toStdString()).row.title);
        for (const QString& name : names)
            QVERIFY2(name.startsWith(title), qPrintable(name));
    }

    void hasAStepOfUndo_data() { eachRow(false); }
    void hasAStepOfUndo()
    {
        QFETCH(QString, key);
        const RecipeParameter& row = recipeParameter(key.toStdString());
        const WindowFixture fixture;
        const auto window = openWindow({fixture.makePhoto("grey.png")});
        PhotoDocument* document = window->session()->shown();
        const ParameterValue other =
            row.kind == ParameterKind::Switch ? ParameterValue(true)
            : row.kind == ParameterKind::Choice
                ? ParameterValue(std::string(row.choices.back().name))
            : row.kind == ParameterKind::Text ? ParameterValue(std::string(row.form.example))
            : row.kind == ParameterKind::Numbers
                ? ParameterValue(std::vector<double>{0, 0, 50, 0, 50, 40, 0, 40}) // a frame
            : row.kind == ParameterKind::Whole ? ParameterValue(std::int64_t(row.range.most))
                                               : ParameterValue(row.range.most);
        Recipe recipe;
        row.set(recipe,
                other == row.usual() ? ParameterValue(std::string(row.choices[0].name)) : other);
        document->edit(recipe);
        QCOMPARE(document->undoStack()->undoText(), wordsOf(row.row.name));
        document->undoStack()->undo();
        QVERIFY(document->recipe() == Recipe());
    }

    // A drag is one step, and of two sliders two, though both count their gestures from one.
    void mergesOnlyTheSameParameter()
    {
        const WindowFixture fixture;
        const auto window = openWindow({fixture.makePhoto("grey.png")});
        PhotoDocument* document = window->session()->shown();
        Recipe recipe;
        for (const double strength : {0.9, 0.8, 0.7}) {
            recipeParameter("finish.strength").set(recipe, strength);
            document->edit(recipe, 7);
        }
        QCOMPARE(document->undoStack()->count(), 1);
        recipeParameter("vividness.temperature").set(recipe, 0.5);
        document->edit(recipe, 7);
        QCOMPARE(document->undoStack()->count(), 2);
        document->edit(Recipe(), 7); // both at once
        QCOMPARE(document->undoStack()->count(), 3);
        QCOMPARE(document->undoStack()->undoText(), QString("settings"));
        document->undoStack()->undo();
        QVERIFY(document->recipe() == recipe);
    }
};

QTEST_MAIN(TestParameterRows)
#include "test_parameter_rows.moc"
