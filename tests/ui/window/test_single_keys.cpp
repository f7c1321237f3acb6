#include "tests/ui/window/window_fixture.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/settings/settings.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_stage.h"

#include <QCheckBox>
#include <QtTest>

using namespace autochrome;

/// Keys without Ctrl, in the window: with them, and without.
class TestSingleKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeSwitchedOff();
    void areOffInTheNextWindow();
};

void TestSingleKeys::canBeSwitchedOff()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 2000, 1500)});
    PhotoView* view = window->stage()->view();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_D);
    QCOMPARE(view->mode(), CompareMode::SideBySide);

    window->actions()[Command::Preferences]->trigger();
    auto* preferences = window->findChild<PreferencesDialog*>();
    QVERIFY(preferences);
    QVERIFY(preferences->singleKeys()->isChecked());
    preferences->singleKeys()->click();
    preferences->close();
    QVERIFY(!settingValue(setting::singleKeys));
    QTRY_COMPARE(QApplication::activeWindow(), window.get());

    // Neither by shortcuts nor by what the photo itself listens to.
    const double fitted = view->zoom();
    view->setFocus();
    for (const Qt::Key key : {Qt::Key_S, Qt::Key_P, Qt::Key_1, Qt::Key_Plus, Qt::Key_Minus,
                              Qt::Key_T, Qt::Key_BracketLeft})
        QTest::keyClick(view, key);
    QTest::keyPress(view, Qt::Key_Backslash);
    QVERIFY(!view->isShowingBefore());
    QTest::keyRelease(view, Qt::Key_Backslash);
    QCOMPARE(view->mode(), CompareMode::SideBySide);
    QCOMPARE(view->zoom(), fitted);
    QVERIFY(!window->actions()[Command::Undo]->isEnabled());

    // By those with Ctrl.
    QTest::keyClick(view, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(view->mode(), CompareMode::Split);
    QTest::keyClick(view, Qt::Key_5, Qt::ControlModifier);
    QVERIFY(view->isShowingBefore());
    QTest::keyClick(view, Qt::Key_5, Qt::ControlModifier);
    QVERIFY(!view->isShowingBefore());
    QTest::keyClick(view, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(view->zoom(), 1.0);
}

void TestSingleKeys::areOffInTheNextWindow()
{
    const WindowFixture fixture;
    setSetting(setting::singleKeys, false);
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoView* view = window->stage()->view();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_D);
    QCOMPARE(view->mode(), CompareMode::Split);
    QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(view->mode(), CompareMode::SideBySide);
}

QTEST_MAIN(TestSingleKeys)
#include "test_single_keys.moc"
