#include "core/colour/colour_bins.h"
#include "core/colour/lab.h"

#include <QtTest>
#include <cmath>
#include <numeric>

using namespace autochrome;

class TestColourBins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversEverySrgbColour();
    void centresAreOrderedAndOnTheGrid();
    void nearest_data();
    void nearest();
    void softEncodingOfACentre();
    void softEncodingBetweenCentres();
    void softEncodingFarOutside();
};

void TestColourBins::coversEverySrgbColour()
{
    const ColourBins& bins = ColourBins::srgb();
    // The number of 10-unit cells that hold one of the 16.7 million 8-bit colours, counted apart.
    QCOMPARE(bins.count(), 261);
    // Colours of the cube's inside, which the bins were not built from.
    for (int r = 8; r < 256; r += 16) {
        for (int g = 8; g < 256; g += 16) {
            for (int b = 8; b < 256; b += 16) {
                const Lab lab =
                    toLab({srgbToLinear(float(r) / 255.0f), srgbToLinear(float(g) / 255.0f),
                           srgbToLinear(float(b) / 255.0f)});
                const auto& centre = bins.centres[std::size_t(bins.nearest(lab.a, lab.b))];
                QVERIFY(std::fabs(centre[0] - lab.a) <= 5.001f);
                QVERIFY(std::fabs(centre[1] - lab.b) <= 5.001f);
            }
        }
    }
}

void TestColourBins::centresAreOrderedAndOnTheGrid()
{
    const auto& centres = ColourBins::srgb().centres;
    QVERIFY(std::is_sorted(centres.begin(), centres.end()));
    QVERIFY(std::adjacent_find(centres.begin(), centres.end()) == centres.end());
    for (const auto& centre : centres)
        for (float value : centre)
            QCOMPARE(std::fmod(value, 10.0f), 0.0f);
}

void TestColourBins::nearest_data()
{
    QTest::addColumn<float>("a");
    QTest::addColumn<float>("b");
    QTest::addColumn<float>("centreA");
    QTest::addColumn<float>("centreB");
    QTest::newRow("neutral") << 0.0f << 0.0f << 0.0f << 0.0f;
    QTest::newRow("inside a cell") << 14.0f << -26.0f << 10.0f << -30.0f;
    QTest::newRow("negative") << -6.0f << 4.0f << -10.0f << 0.0f;
    // Pure blue is the gamut's tip; further out the tip stays the nearest.
    QTest::newRow("outside") << 81.0f << -140.0f << 80.0f << -110.0f;
}

void TestColourBins::nearest()
{
    QFETCH(float, a);
    QFETCH(float, b);
    QFETCH(float, centreA);
    QFETCH(float, centreB);
    const auto& centre = ColourBins::srgb().centres[std::size_t(ColourBins::srgb().nearest(a, b))];
    QCOMPARE(centre[0], centreA);
    QCOMPARE(centre[1], centreB);
}

void TestColourBins::softEncodingOfACentre()
{
    const ColourBins& bins = ColourBins::srgb();
    const auto encoded = softEncode(bins, 10, 20);
    // Itself and its four neighbours at distance 10: 1 : exp(-100 / 50) each.
    const double neighbour = std::exp(-2.0);
    QCOMPARE(encoded[0].bin, bins.nearest(10, 20));
    QVERIFY(std::fabs(encoded[0].weight - 1 / (1 + 4 * neighbour)) < 1e-6);
    for (int i = 1; i < softNeighbours; ++i) {
        const auto& centre = bins.centres[std::size_t(encoded[std::size_t(i)].bin)];
        QCOMPARE(std::fabs(centre[0] - 10) + std::fabs(centre[1] - 20), 10.0f);
        QVERIFY(std::fabs(encoded[std::size_t(i)].weight - neighbour / (1 + 4 * neighbour)) < 1e-6);
    }
}

void TestColourBins::softEncodingBetweenCentres()
{
    const ColourBins& bins = ColourBins::srgb();
    const auto encoded = softEncode(bins, 3, -2, 5);
    double sum = 0;
    for (int i = 0; i < softNeighbours; ++i) {
        sum += encoded[std::size_t(i)].weight;
        if (i > 0)
            QVERIFY(encoded[std::size_t(i)].weight <= encoded[std::size_t(i - 1)].weight);
    }
    QVERIFY(std::fabs(sum - 1) < 1e-6);
    // Squared distances of (0,0) and (10,0): 13 and 53, so a ratio of exp(-(13 - 53) / 50).
    QVERIFY(std::fabs(encoded[0].weight / encoded[1].weight - std::exp(40.0 / 50.0)) < 1e-4);
}

void TestColourBins::softEncodingFarOutside()
{
    double sum = 0;
    for (const BinWeight& part : softEncode(ColourBins::srgb(), 2000, 2000)) {
        QVERIFY(std::isfinite(part.weight));
        sum += part.weight;
    }
    QVERIFY(std::fabs(sum - 1) < 1e-6);
}

QTEST_GUILESS_MAIN(TestColourBins)
#include "test_colour_bins.moc"
