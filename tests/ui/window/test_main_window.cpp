#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/recent_files.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/fold_section.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/empty_state.h"
#include "ui/window/film_strip.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/progress_strip.h"
#include "ui/window/status_line.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace autochrome;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty();
    void opensFromCommandLine();
    void opensByDrop();
    void opensByDialog();
    void opensTheSample();
    void opensTheSameFileOnce();
    void refusesBrokenFileAndKeepsThePhoto();
    void saysThatAFolderHoldsNoPhotos();
    void survivesABrokenFileAlone();
    void stopsColouring();
    void closesDuringWork();
    void switchesBetweenPhotos();
    void closesPhotos();
    void staysUsableWithoutModel();
    void comparesByKeys();
    void showsBeforeWhileTheKeyIsHeld();
    void zoomsByKeys();
    void hidesEverythingInFullScreen();
    void listsRecentFiles();
    void remembersItsLayout();
};

void TestMainWindow::startsEmpty()
{
    const WindowFixture fixture;
    MainWindow window;
    window.show();
    QVERIFY(window.stage()->emptyState()->isVisible());
    QVERIFY(!window.panel()->isVisible());
    QVERIFY(!window.filmStrip()->isVisible());
    QVERIFY(!window.actions()[Command::Export]->isEnabled());
    QVERIFY(window.actions()[Command::Open]->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(window.statusLine()->text().contains("test-model"), 30000);
}

void TestMainWindow::opensFromCommandLine()
{
    const WindowFixture fixture;
    const auto window = openWindow(
        {fixture.makePhoto("grey.png"), fixture.makePhoto("deep.tif", 80, 60, CV_16UC1)});
    QCOMPARE(window->session()->documents().size(), 2);
    QCOMPARE(window->session()->shown()->name(), QString("grey.png"));
    QVERIFY(window->stage()->view()->isVisible());
    QVERIFY(window->stage()->view()->hasAfter());
    QVERIFY(window->panel()->isVisible());
    QVERIFY(window->filmStrip()->isVisible());
    QVERIFY(window->windowTitle().startsWith("grey.png"));
}

void TestMainWindow::opensByDrop()
{
    const WindowFixture fixture;
    fixture.makePhoto("a.png");
    fixture.makePhoto("b.jpg");
    MainWindow window;
    window.show();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fixture.folder() + "/photos")});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(window), 60000);
    QCOMPARE(window.session()->documents().size(), 2);
    QCOMPARE(window.session()->shown()->name(), QString("a.png"));

    QMimeData text;
    text.setText("no file");
    QDragEnterEvent enterText(QPoint(50, 50), Qt::CopyAction, &text, Qt::LeftButton,
                              Qt::NoModifier);
    enterText.ignore();
    QApplication::sendEvent(&window, &enterText);
    QVERIFY(!enterText.isAccepted());
}

void TestMainWindow::opensByDialog()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("chosen.png");
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    MainWindow window;
    window.show();
    bool dialogSeen = false;
    // The dialog runs its own event loop; this fills it in from within.
    QTimer::singleShot(300, &window, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        dialogSeen = true;
        dialog->findChild<QLineEdit*>()->setText(photo);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    window.actions()[Command::Open]->trigger();
    QVERIFY(dialogSeen);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(window), 60000);
    QCOMPARE(window.session()->shown()->path(), photo);
}

void TestMainWindow::opensTheSample()
{
    const WindowFixture fixture;
    MainWindow window;
    window.show();
    QVERIFY(!samplePhoto().isEmpty());
    QTest::mouseClick(window.stage()->emptyState()->sampleButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(window), 60000);
    QCOMPARE(window.session()->shown()->path(), samplePhoto());
}

void TestMainWindow::opensTheSameFileOnce()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    const QString link = fixture.folder() + "/photos/link.png";
    QVERIFY(QFile::link(photo, link));
    const auto window = openWindow({photo});
    QSignalSpy opened(window->session(), &PhotoSession::opened);
    window->openFiles({photo, link});
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30000);
    QCOMPARE(window->session()->documents().size(), 1);
}

void TestMainWindow::refusesBrokenFileAndKeepsThePhoto()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoDocument* before = window->session()->shown();
    const QString broken = fixture.makeBrokenPhoto("letter.jpg");
    window->openFiles({broken});
    MessageStrip* strip = window->stage()->messages();
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 30000);
    QVERIFY2(strip->sentence().contains("letter.jpg"), qPrintable(strip->sentence()));
    QVERIFY(strip->actionButton()->isVisible());
    QCOMPARE(window->session()->shown(), before);
    QVERIFY(window->stage()->view()->hasAfter());
    QCOMPARE(window->session()->documents().size(), 1);
    QVERIFY(!window->findChild<RecentFiles*>()->paths().contains(broken));

    // The file is mended, and "Try again" opens it.
    QVERIFY(QFile::remove(broken));
    fixture.makePhoto("letter.jpg");
    QTest::mouseClick(strip->actionButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window->session()->shown()->path() == broken, 30000);
    QVERIFY(!strip->isVisible());
}

void TestMainWindow::saysThatAFolderHoldsNoPhotos()
{
    const WindowFixture fixture;
    MainWindow window;
    window.show();
    window.openFiles({fixture.folder() + "/config"});
    QTRY_VERIFY_WITH_TIMEOUT(window.stage()->messages()->sentence().contains("config"), 30000);
    QVERIFY(window.stage()->emptyState()->isVisible());
}

void TestMainWindow::survivesABrokenFileAlone()
{
    const WindowFixture fixture;
    MainWindow window;
    window.show();
    window.openFiles({fixture.makeBrokenPhoto("letter.jpg"), fixture.folder() + "/gone.png"});
    QTRY_COMPARE_WITH_TIMEOUT(window.stage()->messages()->count(), 2, 30000);
    QVERIFY(window.session()->documents().isEmpty());
    QVERIFY(window.stage()->emptyState()->isVisible());
}

void TestMainWindow::stopsColouring()
{
    const WindowFixture fixture;
    MainWindow window;
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.colorizerService()->colorizer(), 30000);
    PhotoDocument* document = nullptr;
    connect(window.session(), &PhotoSession::shownChanged, &window, [&] {
        // Read, and about to be coloured.
        document = window.session()->shown();
        connect(document, &PhotoDocument::workChanged, &window, [&] {
            if (document->work() && !document->rendering())
                window.actions()[Command::Cancel]->trigger();
        });
    });
    window.openFiles({fixture.makePhoto("large.jpg", 1600, 1200)});
    QTRY_VERIFY_WITH_TIMEOUT(document && !document->work(), 60000);
    QVERIFY(!document->rendering());
    MessageStrip* strip = window.stage()->messages();
    QTRY_VERIFY(strip->sentence().contains("large.jpg"));
    QVERIFY(document->isRead()); // the photo stays

    document->disconnect(&window);
    QTest::mouseClick(strip->actionButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(document->rendering().has_value(), 60000);
    QVERIFY(!strip->isVisible());
}

void TestMainWindow::closesDuringWork()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("large.jpg", 1600, 1200);
    for (int delay : {0, 5, 50, 200}) {
        MainWindow window;
        window.show();
        window.openFiles({photo});
        QTest::qWait(delay);
        window.close();
    } // nothing hangs, nothing is delivered to a window that is gone
}

void TestMainWindow::switchesBetweenPhotos()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    QTest::keyClick(window.get(), Qt::Key_PageDown);
    QTRY_COMPARE_WITH_TIMEOUT(window->session()->shown()->name(), QString("b.png"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
    QCOMPARE(window->filmStrip()->currentRow(), 1);
    window->filmStrip()->setCurrentRow(0);
    QCOMPARE(window->session()->shown()->name(), QString("a.png"));
    QVERIFY(window->stage()->view()->hasAfter()); // still in memory
}

void TestMainWindow::closesPhotos()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    window->actions()[Command::ClosePhoto]->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
    QCOMPARE(window->session()->shown()->name(), QString("b.png"));
    QVERIFY(!window->filmStrip()->isVisible());
    window->actions()[Command::ClosePhoto]->trigger();
    QVERIFY(!window->session()->shown());
    QVERIFY(window->stage()->emptyState()->isVisible());
    QVERIFY(!window->panel()->isVisible());
}

void TestMainWindow::staysUsableWithoutModel()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    setSetting(setting::model, QString("no such model")); // the source tree may have one
    MainWindow window;
    window.show();
    window.openFiles({fixture.makePhoto("grey.png")});
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->shown(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(!window.colorizerService()->isOpening(), 30000);
    QVERIFY(window.stage()->messages()->isVisible());
    QVERIFY(window.stage()->view()->isVisible());
    QVERIFY(!window.stage()->view()->hasAfter());
    QVERIFY(!window.actions()[Command::Export]->isEnabled());
    QVERIFY(!window.session()->shown()->work());
}

void TestMainWindow::comparesByKeys()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoView* view = window->stage()->view();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_D);
    QCOMPARE(view->mode(), CompareMode::SideBySide);
    QVERIFY(window->actions()[Command::SideBySide]->isChecked());
    QTest::keyClick(window.get(), Qt::Key_P);
    QCOMPARE(view->mode(), CompareMode::Alternate);
    QTest::keyClick(window.get(), Qt::Key_S);
    QCOMPARE(view->mode(), CompareMode::Split);
}

void TestMainWindow::showsBeforeWhileTheKeyIsHeld()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    PhotoView* view = window->stage()->view();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyPress(view, Qt::Key_Backslash);
    QVERIFY(view->isShowingBefore());
    QVERIFY(window->actions()[Command::ShowBefore]->isChecked());
    QTest::keyRelease(view, Qt::Key_Backslash);
    QVERIFY(!view->isShowingBefore());
}

void TestMainWindow::zoomsByKeys()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 2000, 1500)});
    const PhotoView* view = window->stage()->view();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QVERIFY(view->isFitted());
    const double fitted = view->zoom();
    QVERIFY(fitted < 1);
    QTest::keyClick(window.get(), Qt::Key_1);
    QTRY_COMPARE(view->zoom(), 1.0);
    QTest::keyClick(window.get(), Qt::Key_Plus);
    QTRY_VERIFY(view->zoom() > 1);
    QTest::keyClick(window.get(), Qt::Key_F);
    QTRY_COMPARE(view->zoom(), fitted);
}

void TestMainWindow::hidesEverythingInFullScreen()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_F11);
    QTRY_VERIFY(window->isFullScreen());
    QVERIFY(!window->panel()->isVisible());
    QVERIFY(!window->menuBar()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F11); // works without the menu bar
    QTRY_VERIFY(!window->isFullScreen());
    QVERIFY(window->panel()->isVisible());
    QVERIFY(window->menuBar()->isVisible());
}

void TestMainWindow::listsRecentFiles()
{
    const WindowFixture fixture;
    const QString first = fixture.makePhoto("first.png");
    const QString second = fixture.makePhoto("second.png");
    {
        const auto window = openWindow({first});
        window->openFiles({second});
        QTRY_COMPARE_WITH_TIMEOUT(window->session()->shown()->path(), second, 30000);
        QCOMPARE(window->findChild<RecentFiles*>()->paths(), QStringList({second, first}));
    }
    QVERIFY(QFile::remove(first));
    MainWindow window;
    QCOMPARE(window.findChild<RecentFiles*>()->paths(), QStringList({second, first}));
    QMenu* menu = nullptr;
    for (QMenu* candidate : window.findChildren<QMenu*>()) {
        if (candidate->actions().contains(window.actions()[Command::ClearRecent]))
            menu = candidate;
    }
    QVERIFY(menu);
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions()[0]->isEnabled());
    QVERIFY(!menu->actions()[1]->isEnabled()); // vanished
    window.actions()[Command::ClearRecent]->trigger();
    QVERIFY(window.findChild<RecentFiles*>()->paths().isEmpty());
    QVERIFY(RecentFiles().paths().isEmpty());
}

void TestMainWindow::remembersItsLayout()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    {
        const auto window = openWindow({photo});
        window->resize(900, 620);
        window->actions()[Command::SideBySide]->trigger();
        window->panel()->sections()[1]->setFolded(true);
        window->actions()[Command::Panel]->setChecked(false);
        window->close();
    }
    MainWindow window;
    window.show();
    window.openFiles({photo});
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(window), 60000);
    QCOMPARE(window.size(), QSize(900, 620));
    QCOMPARE(window.stage()->view()->mode(), CompareMode::SideBySide);
    QVERIFY(window.actions()[Command::SideBySide]->isChecked());
    QVERIFY(!window.panel()->sections()[0]->isFolded());
    QVERIFY(window.panel()->sections()[1]->isFolded());
    QVERIFY(!window.panel()->isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
