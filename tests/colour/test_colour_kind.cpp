#include "core/colour/colour_kind.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

class TestColourKind : public QObject
{
    Q_OBJECT

    // A picture of all lightnesses, with a*b* by lightness and place.
    template <class Colour>
    static std::vector<Lab> picture(Colour colour)
    {
        std::vector<Lab> pixels;
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                pixels.push_back(colour(float(100 * x) / 63, y));
        return pixels;
    }

private Q_SLOTS:
    void grey()
    {
        QCOMPARE(colourKindOf({}), ColourKind::Grey);
        QCOMPARE(colourKindOf(picture([](float L, int) {
                     return Lab{L, 0, 0};
                 })),
                 ColourKind::Grey);
        // Colour noise of a JPEG.
        QCOMPARE(colourKindOf(picture([](float L, int y) {
                     return Lab{L, y % 2 ? 1.0f : -1.0f, y % 3 ? 0.5f : -1.0f};
                 })),
                 ColourKind::Grey);
    }

    void toned()
    {
        // Strong sepia: most in the middle of the scale, none in black and white.
        QCOMPARE(colourKindOf(picture([](float L, int) {
                     const float t = L * (100 - L) / 2500;
                     return Lab{L, 12 * t, 30 * t};
                 })),
                 ColourKind::Toned);
        // The same, faded unevenly.
        QCOMPARE(colourKindOf(picture([](float L, int y) {
                     const float t = L * (100 - L) / 2500;
                     return Lab{L, 12 * t, 20 * t + float(y) / 10};
                 })),
                 ColourKind::Toned);
        // Split toned: blue shadows, yellow lights.
        QCOMPARE(colourKindOf(picture([](float L, int) {
                     return Lab{L, 0, (L - 50) / 4};
                 })),
                 ColourKind::Toned);
    }

    void coloured()
    {
        // Sky over a meadow.
        QCOMPARE(colourKindOf(picture([](float L, int y) {
                     return y < 32 ? Lab{L, -5, -25} : Lab{L, -20, 30};
                 })),
                 ColourKind::Coloured);
        // Two flat colours, one light and one dark.
        QCOMPARE(colourKindOf(picture([](float L, int) {
                     return L < 50 ? Lab{L, 20, -60} : Lab{L, 60, 40};
                 })),
                 ColourKind::Coloured);
        // A red coat on a twentieth of a grey street.
        QCOMPARE(colourKindOf(picture([](float L, int y) {
                     return y < 4 ? Lab{L, 55, 35} : Lab{L, 1, 2};
                 })),
                 ColourKind::Coloured);
    }
};

QTEST_GUILESS_MAIN(TestColourKind)
#include "test_colour_kind.moc"
