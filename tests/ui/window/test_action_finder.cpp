#include "ui/window/action_finder.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QtTest>

using namespace autochrome;

class TestActionFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsByParts();
    void triggersWithEnter();
    void movesWithArrows();
    void leavesDisabledOnesAlone();

private:
    QObject owner_;
    QVector<QAction*> actions_;
};

void TestActionFinder::init()
{
    actions_.clear();
    for (const char* text : {"&Open photos…", "Side &by side", "Zoom &in", "Fit to &window"})
        actions_ << new QAction(text, &owner_);
}

void TestActionFinder::findsByParts()
{
    auto names = [&](const char* query) {
        QStringList result;
        for (const QAction* action : ActionFinder::matches(actions_, query))
            result << ActionFinder::nameOf(action);
        return result;
    };
    QCOMPARE(names("").size(), 4);
    QCOMPARE(names("pho op"), QStringList({"Open photos"}));
    QCOMPARE(names("IN").front(), QString("Zoom in")); // a word's start before its inside
    QVERIFY(names("IN").contains("Fit to window"));
    QVERIFY(names("nothing like it").isEmpty());
}

void TestActionFinder::triggersWithEnter()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    ActionFinder finder(actions_, &window);
    finder.open();
    QSignalSpy triggered(actions_[1], &QAction::triggered);
    QTest::keyClicks(finder.field(), "side");
    QCOMPARE(finder.list()->count(), 1);
    QTest::keyClick(finder.field(), Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QVERIFY(!finder.isVisible());
}

void TestActionFinder::movesWithArrows()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    ActionFinder finder(actions_, &window);
    finder.open();
    QCOMPARE(finder.list()->currentRow(), 0);
    QTest::keyClick(finder.field(), Qt::Key_Down);
    QTest::keyClick(finder.field(), Qt::Key_Down);
    QCOMPARE(finder.list()->currentRow(), 2);
    QSignalSpy triggered(actions_[2], &QAction::triggered);
    QTest::keyClick(finder.field(), Qt::Key_Enter);
    QCOMPARE(triggered.size(), 1);
}

void TestActionFinder::leavesDisabledOnesAlone()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    actions_[0]->setEnabled(false);
    ActionFinder finder(actions_, &window);
    finder.open();
    QSignalSpy triggered(actions_[0], &QAction::triggered);
    QTest::keyClicks(finder.field(), "open");
    QTest::keyClick(finder.field(), Qt::Key_Return);
    QCOMPARE(triggered.size(), 0);
}

QTEST_MAIN(TestActionFinder)
#include "test_action_finder.moc"
