#include "core/edit/recipe_store.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/recipe_keeper.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/window/actions.h"
#include "ui/window/film_strip.h"
#include "ui/window/main_window.h"
#include "ui/window/presets_dialog.h"
#include "ui/window/recipe_actions.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QtTest>
#include <fstream>

using namespace autochrome;

namespace {

QSlider* strengthOf(const MainWindow& window)
{
    return window.panel()->colour()->strength()->slider();
}

double strength(const PhotoDocument* document)
{
    return document->recipe().finish.strength;
}

} // namespace

class TestRecipeActions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> fixture_;
    std::unique_ptr<MainWindow> window_;

    /// Three photos, the first of which is shown and edited; the others were never looked at.
    QVector<PhotoDocument*> openThree()
    {
        window_ = openWindow({fixture_->makePhoto("a.png"), fixture_->makePhoto("b.png"),
                              fixture_->makePhoto("c.png")});
        strengthOf(*window_)->setValue(10);
        return window_->session()->documents();
    }

    void trigger(Command command) const
    {
        QAction* action = window_->actions()[command];
        QVERIFY(action->isEnabled());
        action->trigger();
    }

private Q_SLOTS:
    void init() { fixture_ = std::make_unique<WindowFixture>(); }
    void cleanup()
    {
        window_.reset();
        fixture_.reset();
    }

    void copiesToAnotherPhoto();
    void pastesIntoAllThatAreChosen();
    void appliesToAllOpenPhotos();
    void closingAtOnceLosesNothing();
    void pastesNothingElse();
    void presetsInTheDialog();
    void presetsInTheMenu();
    void shippedPresetsInTheMenu();
    void aDamagedFileOfPresetsIsTold();
};

void TestRecipeActions::copiesToAnotherPhoto()
{
    const auto photos = openThree();
    QVERIFY(!window_->actions()[Command::PasteSettings]->isEnabled());
    trigger(Command::CopySettings);
    trigger(Command::NextPhoto);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window_), 30000);
    trigger(Command::PasteSettings);
    QCOMPARE(photos[1]->recipe(), photos[0]->recipe());
    QCOMPARE(strengthOf(*window_)->value(), 10);
    QVERIFY(window_->actions()[Command::Undo]->text().contains("pasted"));
    trigger(Command::Undo);
    QCOMPARE(photos[1]->recipe(), Recipe());
    QCOMPARE(strength(photos[2]), 1.0);
}

void TestRecipeActions::pastesIntoAllThatAreChosen()
{
    const auto photos = openThree();
    trigger(Command::CopySettings);
    FilmStrip* strip = window_->filmStrip();
    auto middle = [&](int row) { return strip->visualItemRect(strip->item(row)).center(); };
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, middle(1));
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(2));
    QCOMPARE(strip->selectedPhotos(), (QVector<PhotoDocument*>{photos[1], photos[2]}));
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window_), 30000);
    QCOMPARE(window_->session()->shown(), photos[2]);
    QCOMPARE(strip->selectedPhotos().size(), 2); // showing the photo changes no choice
    trigger(Command::PasteSettings);
    QTRY_COMPARE(photos[1]->recipe(), photos[0]->recipe());
    QTRY_COMPARE(photos[2]->recipe(), photos[0]->recipe());

    // Going on by the keys of the window chooses one.
    trigger(Command::NextPhoto);
    QCOMPARE(strip->selectedPhotos(), (QVector<PhotoDocument*>{photos[0]}));
}

void TestRecipeActions::appliesToAllOpenPhotos()
{
    const auto photos = openThree();
    QVERIFY(!photos[2]->isRead());
    trigger(Command::ApplyToAll);
    for (const PhotoDocument* photo : photos)
        QTRY_COMPARE(photo->recipe(), photos[0]->recipe());
    QVERIFY(photos[2]->undoStack()->canUndo());
    photos[2]->undoStack()->undo();
    QCOMPARE(photos[2]->recipe(), Recipe());
    QVERIFY(window_->recipeKeeper()->finish().isEmpty());
    QVERIFY(QFileInfo::exists(photos[1]->path() + ".autochrome.json"));
    QVERIFY(!QFileInfo::exists(photos[2]->path() + ".autochrome.json"));
}

void TestRecipeActions::closingAtOnceLosesNothing()
{
    const auto photos = openThree();
    const Recipe recipe = photos[0]->recipe();
    const QString last = photos[2]->path();
    trigger(Command::ApplyToAll);
    window_->close();
    window_.reset();
    window_ = openWindow({last});
    QCOMPARE(window_->session()->shown()->recipe(), recipe);
}

void TestRecipeActions::pastesNothingElse()
{
    openThree();
    QGuiApplication::clipboard()->setText("strength: 5");
    QVERIFY(!window_->actions()[Command::PasteSettings]->isEnabled());
    auto* data = new QMimeData;
    data->setData("application/x-autochrome-recipe", "{\"version\": 99}");
    QGuiApplication::clipboard()->setMimeData(data);
    const Recipe before = window_->session()->shown()->recipe();
    window_->actions()[Command::PasteSettings]->trigger();
    QCOMPARE(window_->session()->shown()->recipe(), before);
}

void TestRecipeActions::presetsInTheDialog()
{
    const auto photos = openThree();
    const Recipe recipe = photos[0]->recipe();
    trigger(Command::Presets);
    PresetsDialog* dialog = window_->findChild<RecipeActions*>()->presetsDialog();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->applyButton()->isEnabled());
    QVERIFY(!dialog->saveButton()->isEnabled());
    QTest::keyClicks(dialog->name(), "Album");
    QVERIFY(dialog->saveButton()->isEnabled());
    dialog->saveButton()->click();
    QCOMPARE(dialog->list()->count(), 1);

    // Another photo gets them.
    trigger(Command::NextPhoto);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window_), 30000);
    dialog->list()->setCurrentRow(0);
    dialog->applyButton()->click();
    QCOMPARE(photos[1]->recipe(), recipe);
    QVERIFY(window_->actions()[Command::Undo]->text().contains("Album"));

    QVERIFY(!dialog->renameButton()->isEnabled()); // it has that name
    dialog->name()->setText("Blass");
    dialog->renameButton()->click();
    QCOMPARE(dialog->list()->item(0)->text(), QString("Blass"));
    QCOMPARE(dialog->list()->count(), 1);

    dialog->deleteButton()->click();
    QCOMPARE(dialog->list()->count(), 0);
    QVERIFY(RecipePresets::ofPerson().all()->empty());
    QVERIFY(dialog->restoreButton()->isVisible());
    dialog->restoreButton()->click();
    QCOMPARE(RecipePresets::ofPerson().all()->at(0).recipe, recipe);

    // It follows the photo that is shown.
    while (window_->session()->shown())
        window_->session()->close(window_->session()->shown());
    QVERIFY(!dialog->applyButton()->isEnabled());
}

void TestRecipeActions::presetsInTheMenu()
{
    const auto photos = openThree();
    Recipe recipe;
    recipe.finish.strength = 0.5;
    QVERIFY(RecipePresets::ofPerson().save("Soft & calm", recipe));
    QMenu* menu = window_->findChild<RecipeActions*>()->presetMenu();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().front()->text(), QString("Soft && calm"));
    menu->actions().front()->trigger();
    QCOMPARE(strength(photos[0]), 0.5);
    QVERIFY(window_->actions()[Command::Undo]->text().contains("Soft"));
}

// Those that come with the program change what matters to them, and nothing else.
void TestRecipeActions::shippedPresetsInTheMenu()
{
    const auto photos = openThree();
    QMenu* menu = window_->findChild<RecipeActions*>()->presetMenu();
    Q_EMIT menu->aboutToShow();
    QAction* negative = nullptr;
    for (QAction* action : menu->actions())
        if (action->text() == "Glass negative")
            negative = action;
    QVERIFY(negative && negative->isEnabled() && !negative->toolTip().isEmpty());
    Recipe recipe = photos[0]->recipe();
    recipe.finish.strength = 0.7;
    photos[0]->edit(recipe);
    negative->trigger();
    QVERIFY(photos[0]->recipe().tone.negative);
    QCOMPARE(strength(photos[0]), 0.7);
    QVERIFY(window_->actions()[Command::Undo]->text().contains("Glass negative"));
}

void TestRecipeActions::aDamagedFileOfPresetsIsTold()
{
    openThree();
    const QString folder = fixture_->folder() + "/data/autochrome";
    QVERIFY(QDir().mkpath(folder));
    std::ofstream((folder + "/presets.json").toStdString()) << "{";
    trigger(Command::Presets);
    PresetsDialog* dialog = window_->findChild<RecipeActions*>()->presetsDialog();
    QVERIFY(!dialog->message()->text().isEmpty());
}

QTEST_MAIN(TestRecipeActions)
#include "test_recipe_actions.moc"
