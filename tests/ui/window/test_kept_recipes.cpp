// What a person chose for a photo survives closing the window.

#include "core/base/small_file.h"
#include "core/edit/recipe_store.h"
#include "core/photo/photo_reader.h"
#include "core/queue/run/batch_runner.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/recipe_keeper.h"
#include "ui/queue/queue_choices.h"
#include "ui/queue/queue_dialog.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/window/actions.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QSlider>
#include <QtTest>
#include <fstream>

using namespace autochrome;

namespace {

cv::Mat pixelsOf(const MainWindow& window)
{
    const Rendering& rendering = *window.session()->shown()->rendering();
    cv::Mat pixels(rendering.size(), CV_8UC3);
    rendering.rows(8)->read(0, pixels);
    return pixels.clone();
}

QString beside(const QString& photo)
{
    return photo + ".autochrome.json";
}

QSlider* strengthOf(const MainWindow& window)
{
    return window.panel()->colour()->strength()->slider();
}

void write(const QString& path, const std::string& content)
{
    std::ofstream(path.toStdString()) << content;
}

MessageStrip* messagesOf(const MainWindow& window)
{
    return window.stage()->messages();
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class TestKeptRecipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackWithThePicture();
    void giveTheQueueTheSamePixels();
    void ofTheOpenPhotoTurnNoOther();
    void comeWhenAPhotoIsOpenedAgain();
    void areSavedAShortWhileAfterTheLastChange();
    void areNoFileForAPhotoThatWasNotEdited();
    void goWithAResetOrAnUndo();
    void ofTheSampleLieElsewhere();
    void thatCannotBeUsedAreToldOf_data();
    void thatCannotBeUsedAreToldOf();
    void ofAnotherPhotoAreOffered();
    void changedInAnotherWindowAreOffered();
    void thatCannotBeKeptAreToldOf();
};

void TestKeptRecipes::comeBackWithThePicture()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    const QByteArray before = WindowFixture::contentOf(photo);
    Recipe recipe;
    cv::Mat picture;
    {
        const auto window = openWindow({photo});
        strengthOf(*window)->setValue(strengthOf(*window)->maximum());
        window->actions()[Command::KeepTint]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 30000);
        recipe = window->session()->shown()->recipe();
        QVERIFY(recipe != Recipe());
        picture = pixelsOf(*window);
        window->close(); // at once: nothing may depend on a delay
    }
    QVERIFY(QFileInfo::exists(beside(photo)));
    QCOMPARE(WindowFixture::contentOf(photo), before);

    const auto window = openWindow({photo});
    PhotoDocument* document = window->session()->shown();
    QCOMPARE(document->recipe(), recipe);
    QCOMPARE(strengthOf(*window)->value(), strengthOf(*window)->maximum());
    QVERIFY(window->actions()[Command::KeepTint]->isChecked());
    QVERIFY(window->actions()[Command::Reset]->isEnabled());
    QVERIFY(!document->undoStack()->canUndo()); // what was chosen another time is where it begins
    QCOMPARE(cv::norm(pixelsOf(*window), picture, cv::NORM_INF), 0.0);
    QCOMPARE(messagesOf(*window)->count(), 0); // nothing to be said of what is as it should be
}

void TestKeptRecipes::giveTheQueueTheSamePixels()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    cv::Mat picture;
    {
        const auto window = openWindow({photo});
        const cv::Mat usual = pixelsOf(*window);
        strengthOf(*window)->setValue(strengthOf(*window)->maximum());
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 30000);
        picture = pixelsOf(*window);
        QVERIFY(cv::norm(picture, usual, cv::NORM_INF) > 0);
        window->close();
    }
    auto journal = std::make_shared<JournalThread>(
        Journal::open(fixture.folder().toStdString() + "/test.sqlite").value());
    BatchSettings settings;
    settings.destination = Destination::Folder;
    settings.folder = fixture.folder().toStdString() + "/out";
    settings.format = FileFormat::Png;
    settings.skipColoured = false;
    const std::vector<NewJob> jobs{{photo.toStdString(), {}, 0, 0}};
    QVERIFY(
        journal
            ->ask([&](Journal& j) { return j.addJobs(j.addBatch("test", settings).value(), jobs); })
            .get());
    RunSettings how;
    how.device = "cpu";
    QCOMPARE(BatchRunner(journal, how).run({})->done, 1);
    const auto job = journal->ask([](Journal& j) { return j.jobs({}).value().front(); }).get();
    QVERIFY(job.outcome.warnings.empty());
    const Photo result = readPhoto(job.outcome.result).value();
    QCOMPARE(result.pixels.size(), picture.size());
    QCOMPARE(cv::norm(result.pixels, picture, cv::NORM_INF), 0.0);
}

void TestKeptRecipes::ofTheOpenPhotoTurnNoOther()
{
    const WindowFixture fixture;
    Recipe open;
    open.finish.strength = 0.5;
    open.geometry.rotation = Rotation::Quarter;
    QueueDialog dialog({fixture.makePhoto("other.png")}, open);
    QCOMPARE(dialog.request().settings.recipe, Recipe()); // unless it is asked for
    auto* choice = dialog.findChild<QComboBox*>("recipe");
    QVERIFY(choice);
    choice->setCurrentIndex(choice->findData(true));
    const Recipe given = dialog.request().settings.recipe;
    QCOMPARE(given.finish.strength, 0.5);
    QVERIFY(given.geometry.isIdentity());
}

// Closed and opened again faster than anything is written.
void TestKeptRecipes::comeWhenAPhotoIsOpenedAgain()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    const auto window = openWindow({photo});
    strengthOf(*window)->setValue(10);
    const Recipe recipe = window->session()->shown()->recipe();
    window->session()->close(window->session()->shown());
    window->openFiles({photo});
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 30000);
    QCOMPARE(window->session()->shown()->recipe(), recipe);
}

void TestKeptRecipes::areSavedAShortWhileAfterTheLastChange()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    const auto window = openWindow({photo});
    QSignalSpy kept(window->recipeKeeper(), &RecipeKeeper::kept);
    for (int value = 0; value <= 100; value += 10)
        strengthOf(*window)->setValue(value);
    QTRY_VERIFY_WITH_TIMEOUT(!kept.isEmpty(), 10000);
    QCOMPARE(kept.size(), 1); // not for each step of a drag
    const auto read = Sidecar::fromJson(readSmallFile(beside(photo).toStdString()).value());
    QVERIFY(read);
    QCOMPARE(read->recipe, window->session()->shown()->recipe());
}

void TestKeptRecipes::areNoFileForAPhotoThatWasNotEdited()
{
    const WindowFixture fixture;
    const QString one = fixture.makePhoto("one.png");
    const QString two = fixture.makePhoto("two.png");
    {
        const auto window = openWindow({one, two});
        window->actions()[Command::NextPhoto]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 30000);
        window->close();
    }
    QCOMPARE(filesIn(QFileInfo(one).path()), (QStringList{"one.png", "two.png"}));
    QVERIFY(!QFileInfo::exists(fixture.folder() + "/data/autochrome/recipes"));
}

void TestKeptRecipes::goWithAResetOrAnUndo()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    const auto window = openWindow({photo});
    for (const Command command : {Command::Reset, Command::Undo}) {
        QSignalSpy kept(window->recipeKeeper(), &RecipeKeeper::kept);
        strengthOf(*window)->setValue(10);
        window->recipeKeeper()->saveNow();
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(QFileInfo::exists(beside(photo)));
        window->actions()[command]->trigger();
        window->recipeKeeper()->saveNow();
        QTRY_COMPARE(kept.size(), 2);
        QVERIFY(!QFileInfo::exists(beside(photo)));
    }
}

// Nothing of the person's goes among the program's own files.
void TestKeptRecipes::ofTheSampleLieElsewhere()
{
    const WindowFixture fixture;
    const auto window = std::make_unique<MainWindow>();
    window->show();
    QAction* sample = window->actions()[Command::OpenSample];
    if (!sample->isEnabled())
        QSKIP("there is no sample photo here");
    sample->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
    const QString photo = window->session()->shown()->path();
    strengthOf(*window)->setValue(10);
    QVERIFY(window->recipeKeeper()->finish().isEmpty());
    QVERIFY(!QFileInfo::exists(beside(photo)));
    QCOMPARE(filesIn(fixture.folder() + "/data/autochrome/recipes").size(), 1);
}

void TestKeptRecipes::thatCannotBeUsedAreToldOf_data()
{
    QTest::addColumn<QString>("content");
    QTest::newRow("damaged") << "{";
    QTest::newRow("newer") << "{\"sidecar\": 99}";
}

void TestKeptRecipes::thatCannotBeUsedAreToldOf()
{
    QFETCH(QString, content);
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    write(beside(photo), content.toStdString());
    const auto window = openWindow({photo});
    QCOMPARE(window->session()->shown()->recipe(), Recipe());
    QVERIFY(messagesOf(*window)->sentence().contains("grey.png"));
    QCOMPARE(WindowFixture::contentOf(beside(photo)), content.toUtf8());

    strengthOf(*window)->setValue(10);
    QSignalSpy kept(window->recipeKeeper(), &RecipeKeeper::kept);
    window->recipeKeeper()->saveNow();
    QTRY_COMPARE(kept.size(), 1);
    QVERIFY2(messagesOf(*window)->sentence().contains(".aside"),
             qPrintable(messagesOf(*window)->sentence()));
    QCOMPARE(WindowFixture::contentOf(beside(photo) + ".aside"), content.toUtf8());
}

void TestKeptRecipes::ofAnotherPhotoAreOffered()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    Recipe recipe;
    recipe.finish.strength = 0.3;
    write(beside(photo), Sidecar{recipe, PhotoMark{"grey.png", 0, std::string(64, '0')}}.toJson());
    const auto window = openWindow({photo});
    QCOMPARE(window->session()->shown()->recipe(), Recipe());
    QPushButton* use = messagesOf(*window)->actionButton();
    QVERIFY(use->isVisible());
    use->click();
    QCOMPARE(window->session()->shown()->recipe(), recipe);
    window->actions()[Command::Undo]->trigger();
    QCOMPARE(window->session()->shown()->recipe(), Recipe());
}

// Two windows on one photo: each has a store of its own, so a store stands for the other one.
void TestKeptRecipes::changedInAnotherWindowAreOffered()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    const auto window = openWindow({photo});
    const PhotoDocument* document = window->session()->shown();
    strengthOf(*window)->setValue(10);
    QVERIFY(window->recipeKeeper()->finish().isEmpty());

    const RecipeStore store = RecipeStore::ofPerson();
    const PhotoMark mark{photo.toStdString(), 0, document->photo()->sourceSha256};
    Recipe other;
    other.finish.strength = 1.9;
    QVERIFY(store.save(mark, other, store.find(mark)));
    QTRY_VERIFY_WITH_TIMEOUT(messagesOf(*window)->sentence().contains("another window"), 10000);
    QVERIFY(document->recipe() != other); // nothing changes under the person's hands
    messagesOf(*window)->actionButton()->click();
    QCOMPARE(document->recipe(), other);
    QVERIFY(window->recipeKeeper()->finish().isEmpty());
    QCOMPARE(store.find(mark).recipe, other);
    QVERIFY(!QFileInfo::exists(beside(photo) + ".aside"));

    // Changed there again, and here without having taken it over: the last one wins.
    Recipe third;
    third.finish.strength = 0.7;
    QVERIFY(store.save(mark, third, store.find(mark)));
    strengthOf(*window)->setValue(30);
    QVERIFY(window->recipeKeeper()->finish().isEmpty());
    QCOMPARE(store.find(mark).recipe, document->recipe());
    QVERIFY(QFileInfo::exists(beside(photo) + ".aside"));
}

void TestKeptRecipes::thatCannotBeKeptAreToldOf()
{
    const WindowFixture fixture;
    // Beside it the name would be too long, and a file stands where the program's folder would be.
    const QString photo = fixture.makePhoto(QString(245, 'n') + ".png");
    QVERIFY(QDir(fixture.folder() + "/data").removeRecursively());
    write(fixture.folder() + "/data", "no folder");
    QString sentence;
    {
        const auto window = openWindow({photo});
        strengthOf(*window)->setValue(10);
        QSignalSpy failed(window->recipeKeeper(), &RecipeKeeper::failed);
        window->recipeKeeper()->saveNow();
        QTRY_COMPARE(failed.size(), 1);
        sentence = messagesOf(*window)->sentence();
        QVERIFY(!sentence.isEmpty());
        // With the folder back, it works, and the message goes.
        QVERIFY(QFile::remove(fixture.folder() + "/data"));
        messagesOf(*window)->actionButton()->click();
        QTRY_VERIFY(messagesOf(*window)->sentence().isEmpty());
        QTRY_COMPARE(filesIn(fixture.folder() + "/data/autochrome/recipes").size(), 1);
        QVERIFY(QDir(fixture.folder() + "/data").removeRecursively());
        write(fixture.folder() + "/data", "no folder");
        strengthOf(*window)->setValue(20);
        window->close();
    }
    QCOMPARE(settingValue(setting::losses), QStringList{sentence}); // told at the next start
}

QTEST_MAIN(TestKeptRecipes)
#include "test_kept_recipes.moc"
