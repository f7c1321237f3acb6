#include "ui/tools/marked_slider.h"
#include "ui/tools/slider_row.h"

#include <QDoubleSpinBox>
#include <QToolButton>
#include <QtTest>
#include <memory>

using namespace autochrome;

namespace {

const SliderRow::Range amount{
    .minimum = 0, .maximum = 2, .step = 0.1, .reset = 1, .reading = SliderRow::Reading::Hundred};
/// As boldness is: the default is no whole hundredth.
const SliderRow::Range boldness{.minimum = 0,
                                .maximum = 1,
                                .step = 0.02,
                                .reset = 0.62 / 0.9,
                                .reading = SliderRow::Reading::Hundred};
const SliderRow::Range lambda{.minimum = 0, .maximum = 2, .step = 0.05, .reset = 1};

} // namespace

class TestSliderRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSliderAndFieldTogether();
    void readsZeroToHundred_data();
    void readsZeroToHundred();
    void keepsAValueThatItCannotRead();
    void findsItsDefaultExactly();
    void marksTheDefault();
    void typesOneNumberAsOneEdit();
    void saysNothingWhileItIsTakenApart();
    void keysMakeOneGesture();
    void resetsByDoubleClick();
    void resetsByButton();
    void keepsTheFocusWhenResetByKey();
    void hasNoButtonWhereAnotherHasIt();
    void staysQuietWhenSet();
    void hasNames();
};

void TestSliderRow::keepsSliderAndFieldTogether()
{
    SliderRow row("Lambda", "help", lambda);
    QCOMPARE(row.value(), 1.0);
    row.slider()->setValue(150);
    QCOMPARE(row.field()->value(), 1.5);
    row.field()->setValue(0.25);
    QCOMPARE(row.slider()->value(), 25);
}

void TestSliderRow::readsZeroToHundred_data()
{
    QTest::addColumn<int>("reading");
    QTest::addColumn<double>("value");
    QTest::newRow("least") << 0 << 0.0;
    QTest::newRow("a quarter") << 25 << 0.5;
    QTest::newRow("default") << 50 << 1.0;
    QTest::newRow("most") << 100 << 2.0;
}

void TestSliderRow::readsZeroToHundred()
{
    QFETCH(int, reading);
    QFETCH(double, value);
    SliderRow row("Amount", "help", amount);
    QCOMPARE(row.slider()->minimum(), 0);
    QCOMPARE(row.slider()->maximum(), 100);
    row.setValue(value);
    QCOMPARE(row.slider()->value(), reading);
    QCOMPARE(row.field()->text(), QString::number(reading));
    row.setValue(0.31);
    row.field()->setValue(reading);
    QCOMPARE(row.value(), value);
    row.setValue(0.31);
    row.slider()->setValue(reading);
    QCOMPARE(row.value(), value);
}

void TestSliderRow::keepsAValueThatItCannotRead()
{
    SliderRow row("Amount", "help", amount);
    row.setValue(0.833); // of a recipe that another program wrote
    QCOMPARE(row.slider()->value(), 42);
    QCOMPARE(row.value(), 0.833);
}

void TestSliderRow::findsItsDefaultExactly()
{
    SliderRow row("Boldness", "help", boldness);
    QCOMPARE(row.field()->text(), QString("69"));
    row.field()->setValue(20);
    row.field()->setValue(69);
    QVERIFY(row.value() == boldness.reset);
    QVERIFY(row.resetButton()->isHidden());
}

void TestSliderRow::marksTheDefault()
{
    SliderRow row("Boldness", "help", boldness);
    row.resize(300, row.sizeHint().height());
    row.show();
    QVERIFY(QTest::qWaitForWindowExposed(&row));
    auto* slider = dynamic_cast<MarkedSlider*>(row.slider());
    QVERIFY(slider);
    QCOMPARE(slider->mark(), 69);
    // The tick is drawn where it says, and moves with the default.
    const QImage with = slider->grab().toImage();
    const QPoint tick = slider->markPoint() + QPoint(0, 2);
    slider->setMark(10);
    QVERIFY(slider->markPoint().x() < tick.x() - 100);
    const QImage without = slider->grab().toImage();
    QVERIFY(with.pixel(tick) != without.pixel(tick));
    QVERIFY(with.pixel(slider->markPoint() + QPoint(0, 2)) !=
            without.pixel(slider->markPoint() + QPoint(0, 2)));
}

void TestSliderRow::typesOneNumberAsOneEdit()
{
    SliderRow row("Amount", "help", amount);
    row.show();
    QSignalSpy edited(&row, &SliderRow::edited);
    row.field()->setFocus();
    row.field()->selectAll();
    QTest::keyClicks(row.field(), "65");
    QTest::keyClick(row.field(), Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].toDouble(), 1.3);
}

void TestSliderRow::saysNothingWhileItIsTakenApart()
{
    auto row = std::make_unique<SliderRow>("Amount", "help", amount);
    row->show();
    QVERIFY(QTest::qWaitForWindowActive(row.get()));
    int edits = 0;
    connect(row.get(), &SliderRow::edited, this, [&] { ++edits; });
    row->field()->setFocus();
    row->field()->selectAll();
    QTest::keyClicks(row->field(), "65");
    row.reset();
    QCOMPARE(edits, 0);
}

void TestSliderRow::keysMakeOneGesture()
{
    SliderRow row("Amount", "help", amount);
    row.show();
    QSignalSpy edited(&row, &SliderRow::edited);
    row.slider()->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(row.slider(), Qt::Key_Right);
    QCOMPARE(edited.size(), 3);
    QCOMPARE(row.value(), 1.3);
    QCOMPARE(edited[0][1].toInt(), edited[2][1].toInt());
    QTest::qWait(1000); // a pause ends it
    QTest::keyClick(row.slider(), Qt::Key_Left);
    QVERIFY(edited[3][1].toInt() != edited[0][1].toInt());
}

void TestSliderRow::resetsByDoubleClick()
{
    SliderRow row("Amount", "help", amount);
    row.resize(300, 60);
    row.show();
    row.setValue(0.3);
    QSignalSpy edited(&row, &SliderRow::edited);
    QTest::mouseDClick(row.slider(), Qt::LeftButton);
    QCOMPARE(row.value(), 1.0);
    QCOMPARE(edited.back()[0].toDouble(), 1.0);
    for (const auto& edit : edited)
        QCOMPARE(edit[1].toInt(), edited[0][1].toInt()); // undone as one
}

void TestSliderRow::resetsByButton()
{
    SliderRow row("Amount", "help", amount);
    row.resize(300, 60);
    row.show();
    QVERIFY(!row.resetButton()->isVisible());
    const QRect field = row.field()->geometry();
    row.slider()->setValue(20);
    QVERIFY(row.resetButton()->isVisible());
    QCOMPARE(row.field()->geometry(), field); // nothing jumps
    QSignalSpy edited(&row, &SliderRow::edited);
    QTest::mouseClick(row.resetButton(), Qt::LeftButton);
    QCOMPARE(row.value(), 1.0);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].toDouble(), 1.0);
    QVERIFY(!row.resetButton()->isVisible());
}

void TestSliderRow::keepsTheFocusWhenResetByKey()
{
    SliderRow row("Amount", "help", amount);
    row.show();
    row.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&row));
    row.setValue(0.4);
    row.resetButton()->setFocus();
    QTest::keyClick(row.resetButton(), Qt::Key_Space);
    QCOMPARE(row.value(), 1.0);
    QVERIFY(row.slider()->hasFocus());
}

void TestSliderRow::hasNoButtonWhereAnotherHasIt()
{
    SliderRow::Range range = lambda;
    range.resettable = false;
    SliderRow row("Lambda", "help", range);
    QVERIFY(!row.resetButton());
    row.setValue(0.2);
    QVERIFY(row.findChildren<QToolButton*>().isEmpty());
}

void TestSliderRow::staysQuietWhenSet()
{
    SliderRow row("Amount", "help", amount);
    QSignalSpy edited(&row, &SliderRow::edited);
    row.setValue(1.7);
    QCOMPARE(row.value(), 1.7);
    QCOMPARE(edited.size(), 0);
}

void TestSliderRow::hasNames()
{
    const SliderRow row("Amount", "help", amount);
    QCOMPARE(row.slider()->accessibleName(), QString("Amount"));
    QCOMPARE(row.field()->accessibleName(), QString("Amount"));
    QCOMPARE(row.field()->accessibleDescription(), QString("help"));
    QCOMPARE(row.resetButton()->accessibleName(), QString("Reset Amount"));
}

QTEST_MAIN(TestSliderRow)
#include "test_slider_row.moc"
