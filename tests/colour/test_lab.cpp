#include "core/colour/lab.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownColours_data();
    void knownColours();
    void greysAreNeutral();
    void roundTripReturnsTheColour();
    void transferFunction();
    void lightnessAndItsInverse();
    void luminanceIsTheGreysOwn();
};

void TestLab::knownColours_data()
{
    QTest::addColumn<QVector<float>>("srgb");
    QTest::addColumn<QVector<float>>("lab");
    // Published values for the sRGB primaries and secondaries under D65 (Lindbloom's calculator).
    QTest::newRow("black") << QVector<float>{0, 0, 0} << QVector<float>{0, 0, 0};
    QTest::newRow("white") << QVector<float>{1, 1, 1} << QVector<float>{100, 0, 0};
    QTest::newRow("red") << QVector<float>{1, 0, 0} << QVector<float>{53.2408f, 80.0925f, 67.2032f};
    QTest::newRow("green") << QVector<float>{0, 1, 0}
                           << QVector<float>{87.7347f, -86.1827f, 83.1793f};
    QTest::newRow("blue") << QVector<float>{0, 0, 1}
                          << QVector<float>{32.2970f, 79.1875f, -107.8602f};
    QTest::newRow("yellow") << QVector<float>{1, 1, 0}
                            << QVector<float>{97.1393f, -21.5537f, 94.4780f};
    QTest::newRow("cyan") << QVector<float>{0, 1, 1}
                          << QVector<float>{91.1132f, -48.0875f, -14.1312f};
    QTest::newRow("magenta") << QVector<float>{1, 0, 1}
                             << QVector<float>{60.3242f, 98.2343f, -60.8249f};
}

void TestLab::knownColours()
{
    QFETCH(QVector<float>, srgb);
    QFETCH(QVector<float>, lab);
    const Lab result = toLab({srgbToLinear(srgb[0]), srgbToLinear(srgb[1]), srgbToLinear(srgb[2])});
    QVERIFY2(std::fabs(result.L - lab[0]) < 0.01f, qPrintable(QString::number(result.L)));
    QVERIFY2(std::fabs(result.a - lab[1]) < 0.01f, qPrintable(QString::number(result.a)));
    QVERIFY2(std::fabs(result.b - lab[2]) < 0.01f, qPrintable(QString::number(result.b)));
}

void TestLab::greysAreNeutral()
{
    for (int code = 0; code < 256; ++code) {
        const float grey = srgbToLinear(float(code) / 255.0f);
        const Lab lab = toLab({grey, grey, grey});
        QVERIFY(std::hypot(lab.a, lab.b) < 1e-3f);
    }
}

void TestLab::roundTripReturnsTheColour()
{
    for (int r = 0; r <= 255; r += 17) {
        for (int g = 0; g <= 255; g += 17) {
            for (int b = 0; b <= 255; b += 17) {
                const LinearRgb rgb = toLinearRgb(
                    toLab({srgbToLinear(float(r) / 255.0f), srgbToLinear(float(g) / 255.0f),
                           srgbToLinear(float(b) / 255.0f)}));
                // A twentieth of a 16-bit code in the encoded value.
                QVERIFY(std::fabs(linearToSrgb(rgb.r) - float(r) / 255.0f) < 5e-5f);
                QVERIFY(std::fabs(linearToSrgb(rgb.g) - float(g) / 255.0f) < 5e-5f);
                QVERIFY(std::fabs(linearToSrgb(rgb.b) - float(b) / 255.0f) < 5e-5f);
            }
        }
    }
}

void TestLab::transferFunction()
{
    QVERIFY(std::fabs(srgbToLinear(0.5f) - 0.2140411f) < 1e-6f);
    QVERIFY(std::fabs(srgbToLinear(0.04f) - 0.04f / 12.92f) < 1e-7f);
    QCOMPARE(srgbToLinear(-0.5f), -srgbToLinear(0.5f));
    QCOMPARE(linearToSrgb(-0.2f), -linearToSrgb(0.2f));
    for (float x : {0.0f, 0.01f, 0.04045f, 0.2f, 0.7f, 1.0f, 1.5f})
        QVERIFY(std::fabs(linearToSrgb(srgbToLinear(x)) - x) < 1e-5f);
}

void TestLab::lightnessAndItsInverse()
{
    QVERIFY(std::fabs(lightness(0.18f) - 49.4961f) < 1e-3f);
    // Below the linear piece's end L* = kappa Y.
    QVERIFY(std::fabs(lightness(0.005f) - 0.005f * 24389.0f / 27.0f) < 1e-4f);
    for (float L : {0.0f, 1.0f, 8.0f, 30.0f, 77.7f, 100.0f})
        QVERIFY(std::fabs(lightness(luminanceOfLightness(L)) - L) < 1e-4f);
}

void TestLab::luminanceIsTheGreysOwn()
{
    QVERIFY(std::fabs(luminanceY({0.3f, 0.3f, 0.3f}) - 0.3f) < 1e-6f);
    QVERIFY(std::fabs(luminanceY({0, 1, 0}) - 0.7151522f) < 1e-6f);
}

QTEST_GUILESS_MAIN(TestLab)
#include "test_lab.moc"
