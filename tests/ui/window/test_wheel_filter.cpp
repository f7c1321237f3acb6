#include "tests/ui/window/walked_windows.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/widgets/wheel_filter.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDial>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QVBoxLayout>
#include <QWindow>
#include <QtTest>

using namespace autochrome;

namespace {

constexpr int click = 120; // one of the wheel

/// As it comes from the desktop, so that Qt gives the focus as it would then.
void turnWheel(QWidget* over, int angle)
{
    const QPoint place = over->rect().center();
    QWindow* window = over->window()->windowHandle();
    QWheelEvent event(over->mapTo(over->window(), place), over->mapToGlobal(QPointF(place)), {},
                      {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(window, &event); // sendEvent() would make it the program's own
}

/// What a turn of the wheel might change.
QVariant valueOf(const QWidget* control)
{
    if (const auto* box = qobject_cast<const QComboBox*>(control))
        return box->currentIndex();
    if (const auto* slider = qobject_cast<const QAbstractSlider*>(control))
        return slider->value();
    if (const auto* field = qobject_cast<const QAbstractSpinBox*>(control))
        return field->text();
    return {};
}

bool holdsAValue(const QWidget* widget)
{
    return valueOf(widget).isValid() && !qobject_cast<const QScrollBar*>(widget);
}

/// A page that scrolls, with one control in its middle.
struct Page
{
    QScrollArea area;
    QWidget* control;

    explicit Page(QWidget* shown) : control(shown)
    {
        auto* page = new QWidget;
        auto* layout = new QVBoxLayout(page);
        layout->addWidget(new QLineEdit);
        layout->addWidget(control);
        layout->addSpacing(2000);
        area.setWidget(page);
        area.setWidgetResizable(true);
        area.resize(300, 200);
        area.show();
        area.activateWindow();
    }
};

template <class T>
QWidget* inTheMiddle()
{
    auto* control = new T;
    control->setRange(0, 100);
    control->setValue(50);
    return control;
}

QWidget* choices(bool editable)
{
    auto* box = new QComboBox;
    box->addItems({"one", "two", "three"});
    box->setEditable(editable);
    box->setCurrentIndex(1);
    return box;
}

} // namespace

class TestWheelFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { installWheelFilter(); }

    void scrollsThePage_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"slider", "dial", "whole", "fraction", "date", "box", "editable"})
            QTest::newRow(kind) << kind;
    }

    void scrollsThePage()
    {
        QFETCH(QString, kind);
        QWidget* control = kind == "slider"     ? inTheMiddle<QSlider>()
                           : kind == "dial"     ? inTheMiddle<QDial>()
                           : kind == "whole"    ? inTheMiddle<QSpinBox>()
                           : kind == "fraction" ? inTheMiddle<QDoubleSpinBox>()
                           : kind == "date"     ? new QDateEdit(QDate(1931, 5, 4))
                           : kind == "box"      ? choices(false)
                                                : choices(true);
        Page page(control);
        QVERIFY(QTest::qWaitForWindowActive(&page.area));
        page.area.findChild<QLineEdit*>()->setFocus();
        const QVariant before = valueOf(control);
        turnWheel(control, -click);
        QCOMPARE(valueOf(control), before);
        QVERIFY(!control->hasFocus());
        QVERIFY(page.area.verticalScrollBar()->value() > 0);

        // Whoever is at it turns it.
        control->setFocus();
        page.area.verticalScrollBar()->setValue(0);
        turnWheel(control, -click);
        QVERIFY(valueOf(control) != before);
        QCOMPARE(page.area.verticalScrollBar()->value(), 0);
    }

    void everyWindow_data()
    {
        QTest::addColumn<int>("number");
        const auto all = walkedWindows();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << int(i);
    }

    void everyWindow()
    {
        QFETCH(int, number);
        const WindowFixture fixture;
        QStringList changed;
        walkedWindows()[std::size_t(number)].open(fixture, [&](QWidget* window) {
            for (QWidget* control : window->findChildren<QWidget*>()) {
                if (!holdsAValue(control) || control->visibleRegion().isEmpty() ||
                    control->hasFocus() || control->window() != window)
                    continue;
                const QVariant before = valueOf(control);
                for (const int angle : {click, -click}) {
                    turnWheel(control, angle);
                    if (valueOf(control) != before || control->hasFocus())
                        changed << control->accessibleName() + u' ' + control->objectName();
                }
            }
        });
        QVERIFY2(changed.isEmpty(), qPrintable(changed.join(u'\n')));
    }
};

QTEST_MAIN(TestWheelFilter)
#include "test_wheel_filter.moc"
