#include "ui/adjust/slider_row.h"

#include <QDoubleSpinBox>
#include <QSlider>
#include <QtTest>

using namespace autochrome;

namespace {
const SliderRow::Range strength{.minimum = 0, .maximum = 2, .step = 0.05, .reset = 1};
}

class TestSliderRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSliderAndFieldTogether();
    void typesOneNumberAsOneEdit();
    void keysMakeOneGesture();
    void resetsByDoubleClick();
    void staysQuietWhenSet();
    void hasNames();
};

void TestSliderRow::keepsSliderAndFieldTogether()
{
    SliderRow row("Strength", "help", strength);
    QCOMPARE(row.value(), 1.0);
    row.slider()->setValue(150);
    QCOMPARE(row.field()->value(), 1.5);
    row.field()->setValue(0.25);
    QCOMPARE(row.slider()->value(), 25);
}

void TestSliderRow::typesOneNumberAsOneEdit()
{
    SliderRow row("Strength", "help", strength);
    row.show();
    QSignalSpy edited(&row, &SliderRow::edited);
    row.field()->setFocus();
    row.field()->selectAll();
    QTest::keyClicks(row.field(), "1.25");
    QTest::keyClick(row.field(), Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].toDouble(), 1.25);
}

void TestSliderRow::keysMakeOneGesture()
{
    SliderRow row("Strength", "help", strength);
    row.show();
    QSignalSpy edited(&row, &SliderRow::edited);
    row.slider()->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(row.slider(), Qt::Key_Right);
    QCOMPARE(edited.size(), 3);
    QCOMPARE(row.value(), 1.15);
    QCOMPARE(edited[0][1].toInt(), edited[2][1].toInt());
    QTest::qWait(1000); // a pause ends it
    QTest::keyClick(row.slider(), Qt::Key_Left);
    QVERIFY(edited[3][1].toInt() != edited[0][1].toInt());
}

void TestSliderRow::resetsByDoubleClick()
{
    SliderRow row("Strength", "help", strength);
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

void TestSliderRow::staysQuietWhenSet()
{
    SliderRow row("Strength", "help", strength);
    QSignalSpy edited(&row, &SliderRow::edited);
    row.setValue(1.7);
    QCOMPARE(row.value(), 1.7);
    QCOMPARE(edited.size(), 0);
}

void TestSliderRow::hasNames()
{
    const SliderRow row("Strength", "help", strength);
    QCOMPARE(row.slider()->accessibleName(), QString("Strength"));
    QCOMPARE(row.field()->accessibleName(), QString("Strength"));
    QCOMPARE(row.field()->accessibleDescription(), QString("help"));
}

QTEST_MAIN(TestSliderRow)
#include "test_slider_row.moc"
