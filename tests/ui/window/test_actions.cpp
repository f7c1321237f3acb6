#include "ui/settings/language.h"
#include "ui/window/action_finder.h"
#include "ui/window/actions.h"

#include <QMenu>
#include <QMenuBar>
#include <QtTest>

using namespace autochrome;

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsInAMenuWithAShortcut();
    void noShortcutIsUsedTwice();
    void documentedShortcuts_data();
    void documentedShortcuts();
    void singleKeysCanBeSwitchedOff();
    void toolTipsNameKeysInTheLanguage();
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();
};

void TestActions::everyActionIsInAMenuWithAShortcut()
{
    Actions actions;
    QMenuBar bar;
    QMenu recent;
    recent.addAction(actions[Command::ClearRecent]);
    QMenu presets(QCoreApplication::translate("autochrome::RecipeActions", "Apply pr&eset"));
    presets.addAction(actions[Command::Presets]);
    actions.fillMenuBar(&bar, &recent, &presets);
    QVector<QAction*> inMenus;
    for (const QAction* entry : bar.actions()) {
        for (QAction* action : entry->menu()->actions()) {
            inMenus << action;
            if (action->menu())
                inMenus << action->menu()->actions();
        }
    }
    QCOMPARE(actions.all().size(), int(Command::About) + 1);
    for (int command = 0; command <= int(Command::About); ++command)
        QVERIFY2(actions[Command(command)], qPrintable(QString::number(command)));
    for (QAction* action : actions.all()) {
        const QByteArray name = action->text().toUtf8();
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!action->shortcut().isEmpty(), name);
        QVERIFY2(inMenus.contains(action), name);
        QVERIFY2(!action->icon().isNull(), name);
        QVERIFY2(!action->icon().pixmap(24).toImage().isNull(), name);
        QVERIFY2(!action->toolTip().isEmpty(), name);
        QVERIFY2(
            ActionFinder::matches(actions.all(), ActionFinder::nameOf(action)).contains(action),
            name);
    }
}

void TestActions::noShortcutIsUsedTwice()
{
    const Actions actions;
    QHash<QKeySequence, QString> used;
    for (const QAction* action : actions.all()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            QVERIFY2(!used.contains(keys),
                     qPrintable(keys.toString() + ": " + used.value(keys) + ", " + action->text()));
            used.insert(keys, action->text());
        }
    }
}

void TestActions::mnemonicsAreUnique_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("German") << "de"; // stays installed, so it comes last
}

void TestActions::mnemonicsAreUnique()
{
    QFETCH(QString, language);
    installLanguage(language);
    Actions actions;
    QMenuBar bar;
    QMenu recent(QCoreApplication::translate("autochrome::RecentMenu", "Open &recent"));
    QMenu presets(QCoreApplication::translate("autochrome::RecipeActions", "Apply pr&eset"));
    presets.addAction(actions[Command::Presets]);
    actions.fillMenuBar(&bar, &recent, &presets);
    for (const QAction* entry : bar.actions()) {
        QStringList letters;
        for (const QAction* action : entry->menu()->actions()) {
            if (action->isSeparator())
                continue;
            const QString letter = action->text().section('&', 1).left(1).toLower();
            QVERIFY2(!letter.isEmpty() && !letters.contains(letter), qPrintable(action->text()));
            letters << letter;
        }
    }
}

void TestActions::documentedShortcuts_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<QString>("keys");
    auto row = [](Command command, const char* keys) {
        QTest::newRow(keys) << int(command) << QString(keys);
    };
    row(Command::Open, "Ctrl+O");
    row(Command::Export, "Ctrl+E");
    row(Command::Export, "Ctrl+Shift+S");
    row(Command::Split, "S");
    row(Command::SideBySide, "D");
    row(Command::Fit, "F");
    row(Command::OneToOne, "1");
    row(Command::ZoomIn, "+");
    row(Command::ZoomOut, "-");
    row(Command::Undo, "Ctrl+Z");
    row(Command::Redo, "Ctrl+Y");
    row(Command::FullScreen, "F11");
    row(Command::Help, "F1");
    row(Command::Shortcuts, "Ctrl+?");
    row(Command::Find, "Ctrl+K");
    row(Command::ShowBefore, "\\");
}

void TestActions::documentedShortcuts()
{
    QFETCH(int, command);
    QFETCH(QString, keys);
    const Actions actions;
    QVERIFY(actions[Command(command)]->shortcuts().contains(QKeySequence(keys)));
}

void TestActions::singleKeysCanBeSwitchedOff()
{
    Actions actions;
    QVERIFY(actions.hasSingleKeys());
    const auto shown = [&] {
        QStringList all;
        for (const QAction* action : actions.all())
            all << QKeySequence::listToString(action->shortcuts()) + action->toolTip();
        return all;
    };
    const QStringList before = shown();
    actions.setSingleKeys(false);
    for (const QAction* action : actions.all()) {
        // Another way remains for each, and the tool tip names it.
        QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence& keys : action->shortcuts())
            QVERIFY2(keys.toString().size() > 1, qPrintable(action->text()));
        QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(action->toolTip()));
    }
    QVERIFY(actions[Command::Split]->shortcuts().contains(QKeySequence("Ctrl+2")));
    QVERIFY(actions[Command::Cancel]->shortcuts().contains(QKeySequence("Esc")));
    actions.setSingleKeys(true);
    QCOMPARE(shown(), before);
}

void TestActions::toolTipsNameKeysInTheLanguage()
{
    installLanguage("en");
    const Actions actions;
    const QAction* open = actions[Command::Open];
    QVERIFY2(open->toolTip().endsWith("(Ctrl+O)"), qPrintable(open->toolTip()));
    installLanguage("de"); // at run time
    QTRY_VERIFY2(open->toolTip().endsWith("(Strg+O)"), qPrintable(open->toolTip()));
    const Actions later;
    QVERIFY(later[Command::Open]->toolTip().endsWith("(Strg+O)"));
    installLanguage("en");
}

QTEST_MAIN(TestActions)
#include "test_actions.moc"
