#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_session.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_stage.h"
#include "ui/window/zoom_button.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QtTest>

using namespace autochrome;

class TestPhotoMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOverThePhoto_data();
    void opensOverThePhoto();
    void zoomButtonSaysTheZoom();
    void zoomButtonChoosesAZoom_data();
    void zoomButtonChoosesAZoom();
};

void TestPhotoMenu::opensOverThePhoto_data()
{
    QTest::addColumn<QPoint>("where");
    QTest::newRow("photo") << QPoint(100, 200);
    QTest::newRow("mat") << QPoint(3, 3);
    QTest::newRow("handle") << QPoint(-1, -1);
}

void TestPhotoMenu::opensOverThePhoto()
{
    QFETCH(QPoint, where);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 900, 600)});
    PhotoView* view = window->stage()->view();
    QWidget* target = view->childAt(view->rect().center()); // the handle is in the middle
    QVERIFY(target);
    if (where.x() >= 0)
        target = view;
    else
        where = target->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, where, target->mapToGlobal(where));
    QCoreApplication::sendEvent(target, &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    for (const Command command :
         {Command::Split, Command::SideBySide, Command::Alternate, Command::Fit, Command::OneToOne,
          Command::Export, Command::ShowInFolder, Command::ClosePhoto})
        QVERIFY(menu->actions().contains(window->actions()[command]));
    window->actions()[Command::SideBySide]->trigger();
    menu->close();
    QCOMPARE(view->mode(), CompareMode::SideBySide);
}

void TestPhotoMenu::zoomButtonSaysTheZoom()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 900, 600)});
    const auto* button = window->findChild<ZoomButton*>();
    QVERIFY(button && button->isVisible() && button->isEnabled());
    window->stage()->view()->zoomTo(0.63);
    QCOMPARE(button->text(), QString("63 %"));
    QVERIFY(button->accessibleName().contains("63 %")); // not hidden behind a name
    window->actions()[Command::ClosePhoto]->trigger();
    QVERIFY(!button->isEnabled());
    QVERIFY(button->text().isEmpty());
}

void TestPhotoMenu::zoomButtonChoosesAZoom_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<double>("zoom");
    QTest::newRow("25") << "25 %" << 0.25;
    QTest::newRow("50") << "50 %" << 0.5;
    QTest::newRow("100") << "100 %" << 1.0;
    QTest::newRow("200") << "200 %" << 2.0;
    QTest::newRow("400") << "400 %" << 4.0;
}

void TestPhotoMenu::zoomButtonChoosesAZoom()
{
    QFETCH(QString, entry);
    QFETCH(double, zoom);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 900, 600)});
    const auto* button = window->findChild<ZoomButton*>();
    QMenu* menu = button->menu();
    QVERIFY(menu->actions().contains(window->actions()[Command::Fit]));
    QVERIFY(menu->actions().contains(window->actions()[Command::OneToOne]));
    QAction* chosen = nullptr;
    for (QAction* action : menu->actions()) {
        if (action->text() == entry)
            chosen = action;
    }
    QVERIFY(chosen);
    chosen->trigger();
    QCOMPARE(window->stage()->view()->zoom(), zoom);
    Q_EMIT menu->aboutToShow();
    QVERIFY(chosen->isChecked());
    window->actions()[Command::Fit]->trigger();
    QVERIFY(window->stage()->view()->isFitted());
}

QTEST_MAIN(TestPhotoMenu)
#include "test_photo_menu.moc"
