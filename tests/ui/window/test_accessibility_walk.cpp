// Walks every window and dialog of the program as a screen reader does, and as the Tab key does.
// A new dialog is one row more in walkedWindows().

#include "tests/ui/window/accessible_names.h"
#include "tests/ui/window/keyboard_focus.h"
#include "tests/ui/window/walked_windows.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/settings/language.h"
#include "ui/widgets/quiet_style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QtTest>

using namespace autochrome;

class TestAccessibilityWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void walk_data();
    void walk();
};

void TestAccessibilityWalk::initTestCase()
{
    QApplication::setCursorFlashTime(0); // a caret that blinks would differ by itself
    installStyle();
}

void TestAccessibilityWalk::walk_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("number");
    const auto all = walkedWindows();
    for (const char* language : {"en", "de"})
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(QByteArray(language) + ": " + all[i].name) << QString(language) << int(i);
}

void TestAccessibilityWalk::walk()
{
    QFETCH(QString, language);
    QFETCH(int, number);
    installLanguage(language);
    applyTheme(Theme::Light);
    const WindowFixture fixture;
    QStringList faults;
    int looked = 0;
    walkedWindows()[std::size_t(number)].open(fixture, [&](QWidget* window) {
        looked += countOfNames(window);
        faults << faultsOfNames(window) << faultsOfTabRing(window);
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            for (const QString& fault : faultsOfFocusMark(window))
                faults << themeId(theme) + QStringLiteral(": ") + fault;
        }
        applyTheme(Theme::Light);
    });
    faults.removeDuplicates();
    QVERIFY(looked > 3);
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault));
    QVERIFY(faults.isEmpty());
}

QTEST_MAIN(TestAccessibilityWalk)
#include "test_accessibility_walk.moc"
