#include "core/colour/ciede2000.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

Q_DECLARE_METATYPE(autochrome::Lab)

class TestCiede2000 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedPairs_data();
    void publishedPairs();
};

void TestCiede2000::publishedPairs_data()
{
    QTest::addColumn<Lab>("first");
    QTest::addColumn<Lab>("second");
    QTest::addColumn<double>("expected");
    // Sharma, Wu, Dalal 2005, table 1: the pairs are made to hit every branch of the formula.
    const auto row = [](const char* name, Lab first, Lab second, double expected) {
        QTest::newRow(name) << first << second << expected;
    };
    row("1", {50, 2.6772f, -79.7751f}, {50, 0, -82.7485f}, 2.0425);
    row("2", {50, 3.1571f, -77.2803f}, {50, 0, -82.7485f}, 2.8615);
    row("3", {50, 2.8361f, -74.0200f}, {50, 0, -82.7485f}, 3.4412);
    row("4", {50, -1.3802f, -84.2814f}, {50, 0, -82.7485f}, 1.0000);
    row("7", {50, 0, 0}, {50, -1, 2}, 2.3669);
    row("9", {50, 2.4900f, -0.0010f}, {50, -2.4900f, 0.0009f}, 7.1792);
    row("11", {50, 2.4900f, -0.0010f}, {50, -2.4900f, 0.0011f}, 7.2195);
    row("13", {50, -0.0010f, 2.4900f}, {50, 0.0009f, -2.4900f}, 4.8045);
    row("17", {50, 2.5f, 0}, {73, 25, -18}, 27.1492);
    row("18", {50, 2.5f, 0}, {61, -5, 29}, 22.8977);
    row("19", {50, 2.5f, 0}, {56, -27, -3}, 31.9030);
    row("25", {60.2574f, -34.0099f, 36.2677f}, {60.4626f, -34.1751f, 39.4387f}, 1.2644);
    row("33", {6.7747f, -0.2908f, -2.4247f}, {5.8714f, -0.0985f, -2.2286f}, 0.6377);
    row("34", {2.0776f, 0.0795f, -1.1350f}, {0.9033f, -0.0636f, -0.5514f}, 0.9082);
    row("equal", {40, 10, 20}, {40, 10, 20}, 0);
}

void TestCiede2000::publishedPairs()
{
    QFETCH(Lab, first);
    QFETCH(Lab, second);
    QFETCH(double, expected);
    QVERIFY2(std::fabs(ciede2000(first, second) - expected) < 1e-4,
             qPrintable(QString::number(ciede2000(first, second))));
    QVERIFY(std::fabs(ciede2000(second, first) - expected) < 1e-4);
}

QTEST_GUILESS_MAIN(TestCiede2000)
#include "test_ciede2000.moc"
