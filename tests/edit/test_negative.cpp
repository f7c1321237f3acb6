// Scans of negatives become prints.

#include "tests/edit/toned_lightness.h"

#include <QtTest/QTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

constexpr double filmBase = 85; // L* of the scanned film where nothing fell on it
constexpr double densest = 20;

cv::Mat negativeOf(const cv::Mat& scene)
{
    return cv::Scalar(filmBase) - scene * ((filmBase - densest) / 100);
}

// What is to come out: a line with one L* of room at either end.
cv::Mat printOf(const cv::Mat& scene)
{
    cv::Mat wanted;
    scene.convertTo(wanted, CV_64F, 0.98, 1);
    return wanted;
}

ToneSettings negative()
{
    return {.negative = true};
}

double greatest(const cv::Mat& one, const cv::Mat& other)
{
    return cv::norm(one, other, cv::NORM_INF);
}

} // namespace

class TestNegative : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesAPrint_data();
    void becomesAPrint();
    void losesTheColourOfItsBase_data();
    void losesTheColourOfItsBase();
    void neverRises();
    void anEmptyPlateIsOnlyTurnedRound_data();
    void anEmptyPlateIsOnlyTurnedRound();
    void comesBeforeTheOtherTones();
    void isTold();
};

void TestNegative::becomesAPrint_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<QString>("around");
    for (const int depth : {CV_8U, CV_16U})
        for (const char* around : {"nothing", "light table", "dark holder"})
            QTest::addRow("%d bit, %s", depth == CV_8U ? 8 : 16, around)
                << depth << QString(around);
}

void TestNegative::becomesAPrint()
{
    QFETCH(int, depth);
    QFETCH(QString, around);
    const cv::Mat scene = sceneLightness({480, 360});
    cv::Mat scan = negativeOf(scene);
    cv::Rect plate({0, 0}, scan.size());
    if (around != "nothing") {
        plate = {60, 50, 360, 260};
        cv::Mat whole(scan.size(), CV_32F, cv::Scalar(around == "light table" ? 100 : 3));
        scan(plate).copyTo(whole(plate));
        scan = whole;
    }
    const cv::Mat print = tonedLightness(scan, negative(), depth);
    // A step of 8 bits is up to 0.45 L* in the middle of the range, and the print has 1.5 times
    // the range of the scan; of 16 bits it is nothing, and the points lie in twentieths of L*.
    const double off = greatest(print(plate), printOf(scene)(plate));
    QVERIFY2(off < (depth == CV_8U ? 1 : 0.25), qPrintable(QString::number(off)));
}

void TestNegative::losesTheColourOfItsBase_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("8 bit") << CV_8UC3;
    QTest::newRow("16 bit") << CV_16UC3;
    QTest::newRow("with alpha") << CV_8UC4;
}

void TestNegative::losesTheColourOfItsBase()
{
    QFETCH(int, type);
    const cv::Mat grey =
        photoOfLightness(negativeOf(sceneLightness({240, 180})), CV_MAT_DEPTH(type)).pixels;
    std::vector<cv::Mat> planes{grey * 0.6, grey * 0.85, grey};
    if (CV_MAT_CN(type) == 4)
        planes.push_back(grey);
    Photo photo;
    photo.source = "film.png";
    cv::merge(planes, photo.pixels);
    const cv::Mat print = preparedOf(photo, negative())->photo->pixels;
    QCOMPARE(print.type(), type);
    std::vector<cv::Mat> made;
    cv::split(print, made);
    QCOMPARE(greatest(made[0], made[1]), 0.0);
    QCOMPARE(greatest(made[0], made[2]), 0.0);
    if (made.size() == 4)
        QCOMPARE(greatest(made[3], planes[3]), 0.0);
    double low = 0, high = 0;
    cv::minMaxLoc(lightnessOf(print), &low, &high);
    QVERIFY(low < 2 && high > 98);
}

void TestNegative::neverRises()
{
    cv::Mat ramp(64, 256, CV_32F);
    for (int x = 0; x < 256; ++x)
        ramp.col(x).setTo(100.0 * x / 255);
    ToneSettings tone = negative();
    tone.exposure = 0.5;
    tone.contrast = 0.3;
    tone.curve = "0,0 30,55 60,56 100,100";
    const cv::Mat print = tonedLightness(ramp, tone);
    for (int x = 1; x < 256; ++x)
        QVERIFY(print.at<double>(32, x) <= print.at<double>(32, x - 1));
    QVERIFY(print.at<double>(32, 0) > 97 && print.at<double>(32, 255) < 3); // nearly all
}

void TestNegative::anEmptyPlateIsOnlyTurnedRound_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("a plate") << QSize(90, 60);
    QTest::newRow("a pixel") << QSize(1, 1);
    QTest::newRow("a row") << QSize(3000, 1);
}

void TestNegative::anEmptyPlateIsOnlyTurnedRound()
{
    QFETCH(QSize, size);
    for (const double shade : {0.0, 30.0, 100.0}) {
        const cv::Mat plate(size.height(), size.width(), CV_32F, cv::Scalar(shade));
        const cv::Mat wanted(plate.size(), CV_64F, cv::Scalar(100 - shade));
        QVERIFY(greatest(tonedLightness(plate, negative()), wanted) < 0.02);
    }
}

// Levels, exposure and curve are those of the print.
void TestNegative::comesBeforeTheOtherTones()
{
    const cv::Mat scan = negativeOf(sceneLightness({480, 360}));
    const cv::Mat print = tonedLightness(scan, negative());
    ToneSettings tone = negative();
    tone.levels = ToneLevels::Auto;
    const auto prepared = preparedOf(photoOfLightness(scan, CV_16U), tone);
    QCOMPARE(prepared->tones.levels->certainty, 0.0); // the print has all of the range
    QCOMPARE(greatest(lightnessOf(prepared->photo->pixels), print), 0.0);
    tone = negative();
    tone.exposure = 1;
    QVERIFY(cv::mean(tonedLightness(scan, tone))[0] > cv::mean(print)[0] + 5);
    QVERIFY(ToneQuestions::of(negative()).lightness && !ToneQuestions::of(negative()).unevenness);
}

void TestNegative::isTold()
{
    const auto prepared =
        preparedOf(photoOfLightness(negativeOf(sceneLightness({480, 360})), CV_16U), negative());
    QVERIFY(prepared->tones.film);
    QVERIFY(std::abs(prepared->tones.film->base - filmBase) < 0.2);
    QVERIFY(std::abs(prepared->tones.film->densest - densest) < 0.2);
    QVERIFY(prepared->tones.told().contains("film-base"));
    QVERIFY(prepared->untoned->pixels.data != prepared->photo->pixels.data);
}

QTEST_GUILESS_MAIN(TestNegative)
#include "test_negative.moc"
