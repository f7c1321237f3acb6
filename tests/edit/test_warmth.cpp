#include "core/edit/colour/recombiner.h"
#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"

#include <QtTest/QTest>

using namespace autochrome;

namespace {

ChromaField fieldOf(float a, float b)
{
    ChromaMap map;
    map.ab = cv::Mat(4, 4, CV_32FC2, cv::Scalar(a, b));
    return ChromaField::bilinear(map);
}

// Every shade of grey.
cv::Mat ramp(int depth, int channels)
{
    cv::Mat grey(16, 256, CV_MAKETYPE(depth, 1));
    for (int x = 0; x < grey.cols; ++x)
        grey.col(x).setTo(depth == CV_8U ? x : x * 257);
    cv::Mat pixels;
    cv::merge(std::vector<cv::Mat>(std::size_t(channels), grey), pixels);
    return pixels;
}

cv::Mat coloured(const cv::Mat& pixels, const std::vector<std::uint8_t>& icc, double warmth,
                 const ChromaField& field = fieldOf(8, -5))
{
    Photo photo;
    photo.pixels = pixels;
    photo.icc = icc;
    const ColourSpace space = ColourSpace::of(photo);
    cv::Mat result;
    Recombiner(space, field, {.strength = 1, .warmth = warmth})
        .colourise(pixels, {0, 0, 1, 1}, result);
    return result;
}

// Red less blue of the middle shade.
double goldOf(const cv::Mat& result)
{
    const cv::Scalar mean = cv::mean(result.colRange(120, 136));
    return mean[0] - mean[2];
}

} // namespace

/// finish.warmth: another light over the photo, and no other lightness.
class TestWarmth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLightness_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("wide");
        QTest::addColumn<double>("warmth");
        for (const double warmth : {-1.0, -0.3, 0.5, 1.0})
            for (const int depth : {CV_8U, CV_16U})
                for (const auto& [channels, wide] : {std::pair{1, false}, {3, false}, {3, true}})
                    QTest::addRow("%g, %d bit, %d channels%s", warmth, depth == CV_8U ? 8 : 16,
                                  channels, wide ? ", wide" : "")
                        << depth << channels << wide << warmth;
    }

    void keepsLightness()
    {
        QFETCH(int, depth);
        QFETCH(int, channels);
        QFETCH(bool, wide);
        QFETCH(double, warmth);
        const std::vector<std::uint8_t> icc =
            wide ? testWideGamutProfile(2.2) : std::vector<std::uint8_t>();
        const cv::Mat pixels = ramp(depth, channels);
        const cv::Mat result = coloured(pixels, icc, warmth);
        const double difference = lightnessDifference(pixels, icc, result, icc);
        QVERIFY2(difference <= (depth == CV_8U ? 0.5 : 0.02),
                 qPrintable(QString::number(difference)));
        const cv::Mat plain = coloured(pixels, icc, 0);
        QVERIFY((goldOf(result) > goldOf(plain)) == (warmth > 0));
        QVERIFY(goldOf(result) != goldOf(plain));
    }

    // Without it, a result is what it was before there was such a thing.
    void isNothingAtItsDefault()
    {
        QCOMPARE(FinishSettings().warmth, 0.0);
        const cv::Mat pixels = ramp(CV_16U, 3);
        cv::Mat usual;
        Photo photo;
        photo.pixels = pixels;
        Recombiner(ColourSpace::of(photo), fieldOf(8, -5), {})
            .colourise(pixels, {0, 0, 1, 1}, usual);
        QCOMPARE(cv::norm(usual, coloured(pixels, {}, 0), cv::NORM_INF), 0.0);
    }

    void growsEvenly()
    {
        const cv::Mat pixels = ramp(CV_16U, 1);
        double last = goldOf(coloured(pixels, {}, -1));
        for (const double warmth : {-0.6, -0.2, 0.0, 0.2, 0.6, 1.0}) {
            const double now = goldOf(coloured(pixels, {}, warmth));
            QVERIFY2(now > last, qPrintable(QString::number(warmth)));
            last = now;
        }
    }

    // Black and white have no room for colour, a grey without colour takes that of the light.
    void leavesBlackAndWhite()
    {
        const cv::Mat pixels = ramp(CV_8U, 1);
        const cv::Mat result = coloured(pixels, {}, 1, fieldOf(0, 0));
        QCOMPARE(result.at<cv::Vec3b>(3, 0), cv::Vec3b(0, 0, 0));
        QCOMPARE(result.at<cv::Vec3b>(3, 255), cv::Vec3b(255, 255, 255));
        const cv::Vec3b middle = result.at<cv::Vec3b>(3, 128);
        QVERIFY(middle[0] > middle[1] && middle[1] > middle[2]);
    }
};

QTEST_GUILESS_MAIN(TestWarmth)
#include "test_warmth.moc"
