#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/edit/recipe_store.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/recipe_keeper.h"
#include "ui/viewer/surround.h"
#include "ui/window/edge_grip.h"
#include "ui/window/export_dialog.h"
#include "ui/window/film_strip.h"
#include "ui/window/film_strip_delegate.h"
#include "ui/window/main_window.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSemaphore>
#include <QtTest>
#include <atomic>

using namespace autochrome;

namespace {

constexpr int patience = 30000; // ms

/// A strip with a session of its own, and no network.
struct Strip
{
    QThreadPool pool;
    ColorizerService service{&pool};
    PhotoSession session{&service, &pool};
    FilmStrip strip{&session};

    PhotoState state(int row) const
    {
        return PhotoState(strip.item(row)->data(FilmStripDelegate::StateRole).toInt());
    }
    bool hasPicture(int row) const
    {
        const QListWidgetItem* item = strip.item(row); // photos come one after the other
        return item && !item->data(FilmStripDelegate::PictureRole).value<QImage>().isNull();
    }
};

Recipe strengthOf(double strength)
{
    Recipe recipe;
    recipe.finish.strength = strength;
    return recipe;
}

} // namespace

class TestFilmStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesComeWithoutAVisit_data();
    void picturesComeWithoutAVisit();
    void theFirstGetsItsPictureToo();
    void picturesLieAsTheirKeptSettingsSay_data();
    void picturesLieAsTheirKeptSettingsSay();
    void aPictureThatComesLateIsNotTaken();
    void picturesThatAreSeenComeFirst();
    void troubleShowsAtOnce_data();
    void troubleShowsAtOnce();
    void badgesTellTheState();
    void exportingShows();
    void deleteClosesThePhotoAlone();
    void keepsTheFocusOfTheKeys();
    void hasAMenu();
    void liesOnTheMat();
    void picturesShareOneBox();
    void upperEdgeChangesTheHeight();
    void upperEdgeMovesByKeys();
};

void TestFilmStrip::picturesComeWithoutAVisit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::newRow("JPEG") << "b.jpg" << CV_8UC3;
    QTest::newRow("PNG") << "b.png" << CV_8UC1;
    QTest::newRow("PNG, 16 bit") << "b.png" << CV_16UC1;
    QTest::newRow("TIFF") << "b.tif" << CV_8UC3;
    QTest::newRow("TIFF, 16 bit") << "b.tif" << CV_16UC1;
    QTest::newRow("WebP") << "b.webp" << CV_8UC3;
    QTest::newRow("BMP") << "b.bmp" << CV_8UC3;
}

void TestFilmStrip::picturesComeWithoutAVisit()
{
    QFETCH(QString, name);
    QFETCH(int, type);
    const WindowFixture fixture(WindowFixture::Models::None);
    Strip open;
    openPhotos(open.session, {fixture.makePhoto("a.png"), fixture.makePhoto(name, 900, 600, type)});
    QTRY_VERIFY_WITH_TIMEOUT(open.hasPicture(1), patience);
    const PhotoDocument* document = open.session.documents()[1];
    QVERIFY(!document->isRead());
    QCOMPARE(open.state(1), PhotoState::Waiting);
    const QImage picture = document->thumbnail();
    QVERIFY(picture.width() >= 200 && picture.width() <= 256);
    QVERIFY(std::abs(picture.width() * 2 - picture.height() * 3) <= 3);
    // The bright disc in the middle of a darker scene.
    QVERIFY(qGray(picture.pixel(picture.rect().center())) > 200);
    QVERIFY(qGray(picture.pixel(3, 3)) < 80);
}

void TestFilmStrip::theFirstGetsItsPictureToo()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    Strip open;
    // Passed by before it was read: the second one is what is wanted.
    open.session.open({fixture.makePhoto("a.tif", 3000, 2000)});
    open.session.open({fixture.makePhoto("b.png")});
    QTRY_VERIFY_WITH_TIMEOUT(open.hasPicture(0) && open.hasPicture(1), patience);
}

void TestFilmStrip::picturesLieAsTheirKeptSettingsSay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<GeometrySettings>("geometry");
    QTest::addColumn<RecipeStore::Place>("place");
    const auto beside = RecipeStore::Place::Beside;
    QTest::newRow("a quarter") << "b.png" << GeometrySettings{Rotation::Quarter, Flip::None}
                               << beside;
    QTest::newRow("JPEG") << "b.jpg" << GeometrySettings{Rotation::ThreeQuarters, Flip::None}
                          << beside;
    QTest::newRow("flipped") << "b.png" << GeometrySettings{Rotation::None, Flip::Vertical}
                             << beside;
    QTest::newRow("both") << "b.tif" << GeometrySettings{Rotation::ThreeQuarters, Flip::Horizontal}
                          << beside;
    QTest::newRow("kept elsewhere")
        << "b.png" << GeometrySettings{Rotation::Half, Flip::None} << RecipeStore::Place::Own;
}

void TestFilmStrip::picturesLieAsTheirKeptSettingsSay()
{
    QFETCH(QString, name);
    QFETCH(GeometrySettings, geometry);
    QFETCH(RecipeStore::Place, place);
    const WindowFixture fixture(WindowFixture::Models::None);
    const QString photo = fixture.makePhoto(name, 900, 600);
    Recipe recipe;
    recipe.geometry = geometry;
    const std::string path = photo.toStdString();
    QVERIFY(RecipeStore::ofPerson().save({path, 0, sha256OfFile(path).value()}, recipe, {}, place));
    Strip open;
    const RecipeKeeper keeper(&open.session);
    openPhotos(open.session, {fixture.makePhoto("a.png"), photo});
    QTRY_VERIFY_WITH_TIMEOUT(open.hasPicture(1), patience);
    PhotoDocument* document = open.session.documents()[1];
    QVERIFY(!document->isRead());
    const QImage picture = document->thumbnail();

    // When it is looked at, its picture does not turn any more. The scene has no symmetry.
    open.session.select(document);
    QTRY_VERIFY_WITH_TIMEOUT(document->isRead(), patience);
    QCOMPARE(document->recipe(), recipe);
    const QImage visited = document->thumbnail();
    QVERIFY(std::abs(visited.width() - picture.width()) <= 1 &&
            std::abs(visited.height() - picture.height()) <= 1);
    const auto at = [](const QImage& image, double x, double y) {
        return qGray(image.pixel(int(x * image.width()), int(y * image.height())));
    };
    for (const double x : {0.1, 0.9})
        for (const double y : {0.1, 0.9})
            QVERIFY(std::abs(at(picture, x, y) - at(visited, x, y)) <= 6);
    // It is not as the file has it: there, the darkest corner is at the top left.
    QVERIFY(at(picture, 0.1, 0.1) > 80);
}

// The photo is visited while its small picture is being made.
void TestFilmStrip::aPictureThatComesLateIsNotTaken()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QSemaphore glimpsed, mayAnswer;
    std::atomic<bool> isGlimpse = true;
    Strip open;
    const QScopeGuard letGo([&] { mayAnswer.release(); }); // also where a check fails
    const QString late = fixture.makePhoto("b.png");
    connect(&open.session, &PhotoSession::added, this, [&](PhotoDocument* document) {
        if (document->path() != late)
            return;
        document->setRecipeFinder([&](const PhotoMark&) {
            if (isGlimpse.exchange(false)) {
                glimpsed.release();
                mayAnswer.acquire();
            }
            return KeptRecipe();
        });
    });
    openPhotos(open.session, {fixture.makePhoto("a.png"), late});
    QTRY_VERIFY_WITH_TIMEOUT(glimpsed.available() > 0, patience);
    PhotoDocument* document = open.session.documents()[1];
    open.session.select(document);
    QTRY_VERIFY_WITH_TIMEOUT(document->isRead(), patience);
    const QImage visited = document->thumbnail();
    QVERIFY(!visited.isNull());

    // The next one waits for this one's end.
    open.session.open({fixture.makePhoto("c.png")});
    QTRY_COMPARE_WITH_TIMEOUT(open.session.documents().size(), 3, patience);
    open.session.select(open.session.documents()[0]);
    mayAnswer.release();
    QTRY_VERIFY_WITH_TIMEOUT(open.hasPicture(2), patience);
    QCOMPARE(document->thumbnail(), visited);
    QVERIFY(!document->problem());
    QVERIFY(open.hasPicture(1));
}

void TestFilmStrip::picturesThatAreSeenComeFirst()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QStringList photos;
    for (int i = 0; i < 40; ++i)
        photos << fixture.makePhoto(QStringLiteral("%1.png").arg(i, 2, 10, QLatin1Char('0')));
    Strip open;
    open.strip.resize(500, open.strip.sizeHint().height());
    openPhotos(open.session, photos);
    QList<int> order;
    for (int row = 0; row < photos.size(); ++row)
        connect(open.session.documents()[row], &PhotoDocument::thumbnailChanged, &open.strip,
                [&order, row] { order << row; });
    open.strip.show();
    open.strip.scrollToItem(open.strip.item(39));
    QList<int> seen;
    for (int row = 0; row < photos.size(); ++row) {
        if (open.strip.visualItemRect(open.strip.item(row))
                .intersects(open.strip.viewport()->rect()))
            seen << row;
    }
    QVERIFY(seen.size() >= 3 && seen.size() < 10);
    QVERIFY(seen.contains(39) && !seen.contains(20));
    const auto haveAll = [&] {
        for (int row = 0; row < photos.size(); ++row)
            if (!open.hasPicture(row))
                return false;
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(haveAll(), patience);
    order.removeOne(0); // which is opened, and has its picture from there
    if (!seen.contains(order.front()))
        order.removeFirst(); // it was being made already
    QCOMPARE(order.first(seen.size()), seen);
}

void TestFilmStrip::troubleShowsAtOnce_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("missing") << "missing";
    QTest::newRow("no photo") << "letter";
    QTest::newRow("cut off") << "cut";
}

void TestFilmStrip::troubleShowsAtOnce()
{
    QFETCH(QString, kind);
    const WindowFixture fixture(WindowFixture::Models::None);
    QString path = fixture.folder() + "/photos/bad.png";
    if (kind == "letter") {
        path = fixture.makeBrokenPhoto("bad.png");
    } else if (kind == "cut") {
        path = fixture.makePhoto("bad.png", 400, 300);
        QFile file(path);
        QVERIFY(file.resize(file.size() / 2));
    }
    Strip open;
    openPhotos(open.session, {fixture.makePhoto("good.png"), path});
    QTRY_COMPARE_WITH_TIMEOUT(open.state(1), PhotoState::Failed, patience);
    const PhotoDocument* document = open.session.documents()[1];
    QVERIFY(!document->isRead());
    const QString sentence = QString::fromStdString(inWords(document->problem()->message));
    QVERIFY2(sentence.contains(document->name()), qPrintable(sentence));
    QVERIFY(open.strip.item(1)->toolTip().contains(sentence));
    QVERIFY(open.strip.item(1)->data(Qt::AccessibleTextRole).toString().contains(sentence));
    QCOMPARE(open.session.documents().size(), 2); // and it stays until it is looked at
    QVERIFY(open.state(0) != PhotoState::Failed);
}

void TestFilmStrip::badgesTellTheState()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    const FilmStrip* strip = window->filmStrip();
    PhotoDocument* document = window->session()->shown();
    auto state = [&] {
        return PhotoState(strip->item(0)->data(FilmStripDelegate::StateRole).toInt());
    };
    QCOMPARE(state(), PhotoState::Coloured);
    document->edit(strengthOf(0.5));
    QCOMPARE(state(), PhotoState::Working);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PhotoState::Edited, patience);
    QVERIFY(strip->item(0)->toolTip().contains("edited"));
    document->setExported(*document->rendering());
    QCOMPARE(state(), PhotoState::Exported);
    document->edit(strengthOf(0.7));
    QTRY_COMPARE_WITH_TIMEOUT(state(), PhotoState::Edited, patience);
    document->undoStack()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(state(), PhotoState::Exported, patience);
    QCOMPARE(PhotoState(strip->item(1)->data(FilmStripDelegate::StateRole).toInt()),
             PhotoState::Waiting);
}

void TestFilmStrip::exportingShows()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    window->actions()[Command::Export]->trigger();
    ExportDialog* dialog = window->exportDialog();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    const QListWidgetItem* item = window->filmStrip()->item(0);
    QTRY_COMPARE_WITH_TIMEOUT(PhotoState(item->data(FilmStripDelegate::StateRole).toInt()),
                              PhotoState::Exported, patience);
}

void TestFilmStrip::deleteClosesThePhotoAlone()
{
    const WindowFixture fixture;
    const QStringList photos{fixture.makePhoto("a.png"), fixture.makePhoto("b.png"),
                             fixture.makePhoto("c.png")};
    const auto window = openWindow(photos);
    FilmStrip* strip = window->filmStrip();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    strip->setFocus();
    strip->setCurrentRow(1, QItemSelectionModel::ClearAndSelect);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), patience);
    QTest::keyClick(strip, Qt::Key_Delete);
    QCOMPARE(window->session()->documents().size(), 2);
    QCOMPARE(window->session()->documents()[0]->name(), QString("a.png"));
    QCOMPARE(window->session()->documents()[1]->name(), QString("c.png"));
    for (const QString& photo : photos)
        QVERIFY(QFile::exists(photo));
    QVERIFY(!window->actions()[Command::Undo]->isEnabled());
    // The next one, by the same key, and then there is no strip any more.
    QVERIFY(strip->hasFocus());
    QTest::keyClick(strip, Qt::Key_Delete);
    QCOMPARE(window->session()->documents().size(), 1);
    QVERIFY(!strip->isVisible());
    for (const QString& photo : photos)
        QVERIFY(QFile::exists(photo));
}

void TestFilmStrip::keepsTheFocusOfTheKeys()
{
    const WindowFixture fixture;
    const auto window = openWindow(
        {fixture.makePhoto("a.png"), fixture.makePhoto("b.png"), fixture.makePhoto("c.png")});
    FilmStrip* strip = window->filmStrip();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    strip->setFocus();
    for (const char* name : {"b.png", "c.png"}) {
        QTest::keyClick(strip, Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(window->session()->shown()->name(), QString(name), patience);
        QVERIFY(strip->hasFocus());
    }
}

void TestFilmStrip::hasAMenu()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    FilmStrip* strip = window->filmStrip();
    const QPoint second = strip->visualItemRect(strip->item(1)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, second,
                            strip->viewport()->mapToGlobal(second));
    QCoreApplication::sendEvent(strip->viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction* close = nullptr;
    for (QAction* action : menu->actions()) {
        if (action->text().contains("b.png"))
            close = action;
    }
    QVERIFY(close);
    close->trigger();
    menu->close();
    QCOMPARE(window->session()->documents().size(), 1);
    QCOMPARE(window->session()->documents()[0]->name(), QString("a.png"));
}

void TestFilmStrip::liesOnTheMat()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    Strip open;
    openPhotos(open.session, {fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    open.strip.resize(700, open.strip.sizeHint().height());
    open.strip.show();
    const QImage image = open.strip.grab().toImage();
    for (const QPoint point : {QPoint(690, 20), QPoint(690, 60), QPoint(0, 30), QPoint(690, 2)})
        QCOMPARE(image.pixelColor(point), surroundColour());
}

void TestFilmStrip::picturesShareOneBox()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    Strip open;
    openPhotos(open.session,
               {fixture.makePhoto("wide.png", 900, 200), fixture.makePhoto("t.png", 80, 900),
                fixture.makePhoto("a name that is far too long for its place.png")});
    open.strip.resize(700, open.strip.sizeHint().height());
    open.strip.show();
    const auto* delegate = qobject_cast<FilmStripDelegate*>(open.strip.itemDelegate());
    QVERIFY(delegate);
    const QRect first = delegate->boxIn(open.strip.visualItemRect(open.strip.item(0)));
    for (int row = 0; row < 3; ++row) {
        const QRect item = open.strip.visualItemRect(open.strip.item(row));
        QCOMPARE(item.size(), open.strip.gridSize());
        QCOMPARE(delegate->boxIn(item).size(), QSize(96, 64));
        QCOMPARE(delegate->boxIn(item).top(), first.top());
        QTRY_VERIFY_WITH_TIMEOUT(open.hasPicture(row), patience);
    }
    // Pictures of any shape keep to their boxes: below them is the mat, above the names.
    const QImage image = open.strip.viewport()->grab().toImage();
    for (int x = 0; x < image.width(); ++x) {
        const QColor below = image.pixelColor(x, first.bottom() + 2);
        QVERIFY(below == surroundColour() || below == QColor(0x30, 0x30, 0x30));
    }
}

void TestFilmStrip::upperEdgeChangesTheHeight()
{
    const WindowFixture fixture;
    const QStringList photos{fixture.makePhoto("a.png"), fixture.makePhoto("b.png")};
    int dragged = 0;
    {
        const auto window = openWindow(photos);
        FilmStrip* strip = window->filmStrip();
        EdgeGrip* grip = strip->grip();
        QVERIFY(grip->isVisible());
        const int height = strip->height();
        const QPoint middle = grip->rect().center();
        QTest::mousePress(grip, Qt::LeftButton, {}, middle);
        QTest::mouseMove(grip, middle - QPoint(0, 40));
        QTest::mouseRelease(grip, Qt::LeftButton, {}, middle);
        QTRY_COMPARE(strip->height(), height + 40);
        dragged = strip->pictureHeight();
        QCOMPARE(dragged, FilmStrip::usualPicture + 40);
    }
    const auto window = openWindow(photos);
    QCOMPARE(window->filmStrip()->pictureHeight(), dragged); // remembered
    QTest::mouseDClick(window->filmStrip()->grip(), Qt::LeftButton);
    QCOMPARE(window->filmStrip()->pictureHeight(), FilmStrip::usualPicture);
}

void TestFilmStrip::upperEdgeMovesByKeys()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    Strip open;
    EdgeGrip* grip = open.strip.grip();
    QVERIFY(!grip->accessibleName().isEmpty());
    QTest::keyClick(grip, Qt::Key_Up);
    QVERIFY(open.strip.pictureHeight() > FilmStrip::usualPicture);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(grip, Qt::Key_Down);
    QCOMPARE(open.strip.pictureHeight(), FilmStrip::lowestPicture);
    for (int i = 0; i < 80; ++i)
        QTest::keyClick(grip, Qt::Key_Up);
    QCOMPARE(open.strip.pictureHeight(), FilmStrip::tallestPicture);
}

QTEST_MAIN(TestFilmStrip)
#include "test_film_strip.moc"
