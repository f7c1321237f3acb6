#include "tests/ui/window/window_fixture.h"
#include "ui/queue/queue_dialog.h"
#include "ui/tools/adjust_panel.h"
#include "ui/widgets/focus_in_sight.h"
#ifdef AUTOCHROME_TRAINING
#include "ui/training/panel/page_area.h"
#endif

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtTest>

using namespace autochrome;

namespace {

constexpr int rows = 20;
constexpr int middle = 10;

/// A column of fields.
struct Column
{
    Column() : content(new QWidget), layout(new QVBoxLayout(content))
    {
        for (int i = 0; i < rows; ++i)
            layout->addWidget(fields[i] = new QLineEdit);
    }

    QWidget* content;
    QVBoxLayout* layout;
    QLineEdit* fields[rows];
};

bool isSeen(const QScrollArea& area, const QWidget* field)
{
    const QWidget* seen = area.viewport();
    const int top = field->mapTo(seen, QPoint()).y();
    return top >= 0 && top + field->height() <= seen->height();
}

} // namespace

/// A field that somebody types in stays in sight, whatever is filled in around it meanwhile.
class TestFocusInSight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsAreFilledAbove();
    void roomGetsSmaller();
    void somebodyHasScrolledAway();
    void focusOutside();
    void areasOfTheWindow_data();
    void areasOfTheWindow();

private:
    void show(QScrollArea& area, Column& column);
};

void TestFocusInSight::init()
{
    QApplication::processEvents();
}

void TestFocusInSight::show(QScrollArea& area, Column& column)
{
    area.setWidget(column.content);
    area.setWidgetResizable(true);
    keepFocusInSight(&area);
    area.resize(300, column.fields[0]->sizeHint().height() * 6);
    area.show();
    area.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    column.fields[middle]->setFocus();
    area.ensureWidgetVisible(column.fields[middle]);
    QApplication::processEvents();
    QVERIFY(isSeen(area, column.fields[middle]));
}

void TestFocusInSight::rowsAreFilledAbove()
{
    QScrollArea area;
    Column column;
    show(area, column);
    const int before = column.content->height();
    for (int i = 0; i < middle; ++i)
        column.layout->insertWidget(0, new QLineEdit);
    QTRY_VERIFY(column.content->height() > before * 5 / 4);
    QTRY_VERIFY(isSeen(area, column.fields[middle]));
}

void TestFocusInSight::roomGetsSmaller()
{
    QScrollArea area;
    Column column;
    show(area, column);
    area.resize(300, column.fields[0]->height() + 8);
    QTRY_VERIFY(isSeen(area, column.fields[middle]));
}

void TestFocusInSight::somebodyHasScrolledAway()
{
    QScrollArea area;
    Column column;
    show(area, column);
    area.verticalScrollBar()->setValue(0);
    QVERIFY(!isSeen(area, column.fields[middle]));
    const int before = column.content->height();
    column.layout->insertWidget(rows, new QLineEdit);
    QTRY_VERIFY(column.content->height() > before);
    QTest::qWait(20);
    QCOMPARE(area.verticalScrollBar()->value(), 0);
}

void TestFocusInSight::focusOutside()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* other = new QLineEdit;
    auto* area = new QScrollArea;
    layout->addWidget(other);
    layout->addWidget(area);
    Column column;
    area->setWidget(column.content);
    area->setWidgetResizable(true);
    keepFocusInSight(area);
    window.resize(300, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    column.fields[0]->setFocus();
    QApplication::processEvents();
    other->setFocus();
    QApplication::processEvents();
    const int before = column.content->height();
    for (int i = 0; i < rows; ++i)
        column.layout->insertWidget(0, new QLineEdit);
    QTRY_VERIFY(column.content->height() > before * 5 / 4);
    QTest::qWait(20);
    QCOMPARE(area->verticalScrollBar()->value(), 0);
}

void TestFocusInSight::areasOfTheWindow_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("adjustments") << "adjustments";
    QTest::newRow("queue's choices") << "queue";
#ifdef AUTOCHROME_TRAINING
    QTest::newRow("page of a training") << "training";
#endif
}

void TestFocusInSight::areasOfTheWindow()
{
    QFETCH(QString, name);
    const WindowFixture fixture;
    std::unique_ptr<QWidget> window;
    if (name == "adjustments") {
        window = std::make_unique<AdjustPanel>();
    } else if (name == "queue") {
        auto dialog = std::make_unique<QueueDialog>(QStringList{}, std::nullopt);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        window = std::move(dialog);
    }
#ifdef AUTOCHROME_TRAINING
    if (name == "training") {
        Column column;
        window = std::make_unique<PageArea>(column.content, "Page");
    }
#endif
    auto* area = qobject_cast<QScrollArea*>(window.get());
    if (!area)
        area = window->findChild<QScrollArea*>();
    QVERIFY(area);
    window->resize(window->minimumSizeHint().width(), 420);
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    // By the keyboard to the last field that is seen as a whole.
    QWidget* last = nullptr;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(window.get(), Qt::Key_Tab);
        QApplication::processEvents();
        QWidget* focused = QApplication::focusWidget();
        if (focused && area->widget()->isAncestorOf(focused) && isSeen(*area, focused) &&
            focused->mapTo(area->viewport(), QPoint()).y() > area->viewport()->height() / 3) {
            last = focused;
            break;
        }
    }
    QVERIFY(last);
    const int height = area->viewport()->height();
    area->widget()->layout()->setContentsMargins(0, height, 0, 0);
    QTRY_VERIFY(area->verticalScrollBar()->value() >
                0); // layouts within each other take their time
    QTRY_VERIFY(isSeen(*area, last));
    QVERIFY(last->hasFocus());
}

QTEST_MAIN(TestFocusInSight)
#include "test_focus_in_sight.moc"
