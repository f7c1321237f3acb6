#include "core/edit/tone/lightness_histogram.h"

#include "core/edit/restoration.h"
#include "tests/edit/lightness_scene.h"

#include <QtTest/QTest>
#include <numeric>

using namespace autochrome;

class TestLightnessHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsShares()
    {
        cv::Mat lightness(100, 200, CV_32F, cv::Scalar(40.5));
        lightness.rowRange(0, 10).setTo(0);
        lightness.rowRange(10, 15).setTo(100);
        lightness.rowRange(15, 40).setTo(70.5);
        for (const int depth : {CV_8U, CV_16U}) {
            const Photo photo = photoOfLightness(lightness, depth);
            const auto histogram = LightnessHistogram::of(photo.pixels, ColourSpace::of(photo));
            QVERIFY(std::abs(histogram.clippedBlack - 0.10) < 1e-9);
            QVERIFY(std::abs(histogram.clippedWhite - 0.05) < 1e-9);
            QVERIFY(std::abs(histogram.shares[40] - 0.60) < 1e-9);
            QVERIFY(std::abs(histogram.shares[70] - 0.25) < 1e-9);
            QVERIFY(
                std::abs(std::accumulate(histogram.shares.begin(), histogram.shares.end(), 0.0) -
                         1) < 1e-9);
            QCOMPARE(histogram.darkest, 0);
            QCOMPARE(histogram.lightest, 100);
        }
    }

    void tellsTheEnds()
    {
        const Photo photo = photoOfLightness(sceneLightness({300, 200}, 20.5, 60.5), CV_16U);
        const auto histogram = LightnessHistogram::of(photo.pixels, ColourSpace::of(photo));
        QVERIFY(std::abs(histogram.darkest - 20) <= 1);
        QVERIFY(std::abs(histogram.lightest - 61) <= 1);
        QCOMPARE(histogram.clippedBlack, 0.0);
        QCOMPARE(histogram.clippedWhite, 0.0);
    }

    // A large photo is sampled, not averaged.
    void findsWhatIsClippedInALargePhoto()
    {
        Photo photo;
        photo.source = "large.png";
        photo.pixels = cv::Mat(2000, 3000, CV_8U);
        cv::RNG(4).fill(photo.pixels, cv::RNG::UNIFORM, 0, 2);
        photo.pixels *= 255;
        const auto histogram = LightnessHistogram::of(photo.pixels, ColourSpace::of(photo));
        QVERIFY(std::abs(histogram.clippedBlack - 0.5) < 0.01);
        QVERIFY(std::abs(histogram.clippedWhite - 0.5) < 0.01);
    }

    void tellsOfBeforeAndAfter()
    {
        Restoration restoration(photoOfLightness(sceneLightness({300, 200}, 20, 60), CV_8U));
        Recipe recipe;
        const auto same = ToneFigures::of(*restoration.prepare(recipe).value());
        QCOMPARE(same.before.shares, same.after.shares);
        recipe.tone.curve = "20,0 60,100";
        const auto figures = ToneFigures::of(*restoration.prepare(recipe).value());
        QCOMPARE(figures.before.shares, same.before.shares);
        QVERIFY(figures.after.darkest <= 1 && figures.after.lightest >= 99);
        QVERIFY(figures.after.clippedBlack > 0 && figures.after.clippedWhite > 0);
    }
};

QTEST_GUILESS_MAIN(TestLightnessHistogram)
#include "test_lightness_histogram.moc"
