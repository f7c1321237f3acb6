// What is found in a photo itself, and what is done about it: faded tones, uneven fading.

#include "core/base/text.h"
#include "tests/edit/toned_lightness.h"

#include <QtTest/QTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

double rootMeanSquare(const cv::Mat& difference)
{
    return cv::norm(difference, cv::NORM_L2) / std::sqrt(double(difference.total()));
}

cv::Mat lifted(const cv::Mat& scene, double low, double high)
{
    return scene * ((high - low) / 100) + cv::Scalar(low);
}

cv::Mat asFloat(const cv::Mat& plane)
{
    cv::Mat result;
    plane.convertTo(result, CV_32F);
    return result;
}

// As a print that is half covered, struck by a stripe of light, or dark at its corners.
double halfBleached(double x, double)
{
    return 1 + 0.7 / (1 + std::exp(-(x - 0.55) * 60));
}
double striped(double, double y)
{
    return 1 + 0.8 * std::exp(-(y - 0.4) * (y - 0.4) / (2 * 0.06 * 0.06));
}
double vignetted(double x, double y)
{
    const double square = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5);
    return 1 - 0.9 * square;
}

} // namespace

class TestFoundTones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoresAFadedPhoto_data();
    void restoresAFadedPhoto();
    void leavesAPhotoAlone_data();
    void leavesAPhotoAlone();
    void evensWhatFadedUnevenly_data();
    void evensWhatFadedUnevenly();
    void leavesAnEvenPhotoNearlyAlone();
    void saysHowCertainItIs();
};

void TestFoundTones::restoresAFadedPhoto_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("with");
    QTest::addColumn<int>("depth");
    for (const int depth : {CV_8U, CV_16U})
        for (const char* with : {"nothing", "border", "mount", "dust"}) {
            QTest::addRow("30 to 75, %s, %d", with, depth)
                << 30.0 << 75.0 << QString(with) << depth;
            QTest::addRow("15 to 60, %s, %d", with, depth)
                << 15.0 << 60.0 << QString(with) << depth;
        }
    QTest::newRow("45 to 95") << 45.0 << 95.0 << "nothing" << CV_8U;
}

void TestFoundTones::restoresAFadedPhoto()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, with);
    QFETCH(int, depth);
    const cv::Mat scene = sceneLightness({480, 360});
    cv::Mat faded = lifted(scene, low, high);
    const cv::Rect photo(60, 50, 360, 260);
    if (with == "border" || with == "mount") {
        cv::Mat framed(faded.size(), CV_32F, cv::Scalar(with == "border" ? 99 : 88));
        if (with == "mount")
            framed(cv::Rect(20, 20, 440, 320)).setTo(8);
        faded(photo).copyTo(framed(photo));
        faded = framed;
    }
    if (with == "dust") {
        cv::RNG random(3);
        for (int i = 0; i < 60; ++i)
            cv::circle(faded, {random.uniform(0, 480), random.uniform(0, 360)}, 1,
                       cv::Scalar(i % 2 ? 100 : 0), cv::FILLED);
    }
    cv::Mat restored = tonedLightness(faded, automatic(), depth);
    cv::Mat wanted;
    scene.convertTo(wanted, CV_64F);
    if (with == "border" || with == "mount") {
        restored = restored(photo);
        wanted = wanted(photo);
    }
    cv::Mat difference = cv::abs(restored - wanted);
    if (with == "dust")
        cv::medianBlur(asFloat(difference), difference, 5);
    double greatest = 0;
    cv::minMaxLoc(difference, nullptr, &greatest);
    // 1 is the room at either end. Half a code of 8 bits is 0.2; that of the scan and that of its
    // points become 0.4 each over the wider range, and the result has its own.
    QVERIFY2(greatest < (depth == CV_8U ? 2 : 1.25), qPrintable(QString::number(greatest)));
    const int clipped = cv::countNonZero(restored < 0.02) + cv::countNonZero(restored > 99.98);
    if (with != "dust") // a thousandth lies beyond either point
        QVERIFY2(clipped <= 0.002 * double(restored.total()), qPrintable(QString::number(clipped)));
}

void TestFoundTones::leavesAPhotoAlone_data()
{
    QTest::addColumn<cv::Mat>("lightness");
    const cv::Size size(480, 360);
    QTest::newRow("full range") << sceneLightness(size);
    QTest::newRow("nearly full range") << sceneLightness(size, 4, 94);
    // Fog: light, soft, and all but the nearest things are in it.
    cv::Mat fog = lifted(sceneLightness(size), 58, 86);
    cv::GaussianBlur(fog, fog, {}, 18);
    cv::circle(fog, {100, 320}, 16, cv::Scalar(35), cv::FILLED);
    QTest::newRow("fog") << fog;
    cv::Mat sky(size, CV_32F);
    for (int y = 0; y < size.height; ++y)
        sky.row(y).setTo(50 + 40.0 * y / size.height);
    QTest::newRow("sky") << sky;
    cv::Mat sheet(size, CV_32F, cv::Scalar(80));
    cv::RNG(5).fill(sheet, cv::RNG::NORMAL, 80, 0.5);
    QTest::newRow("blank sheet") << sheet;
}

void TestFoundTones::leavesAPhotoAlone()
{
    QFETCH(cv::Mat, lightness);
    const Photo photo = photoOfLightness(lightness, CV_8U);
    const auto prepared = preparedOf(photo, automatic());
    QCOMPARE(prepared->photo->pixels.data, photo.pixels.data);
}

void TestFoundTones::evensWhatFadedUnevenly_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("seed");
    const char* names[] = {"half bleached", "light stripe", "vignette"};
    for (int fault = 0; fault < 3; ++fault)
        for (const int seed : {7, 8, 9})
            QTest::addRow("%s %d", names[fault], seed) << fault << seed;
}

void TestFoundTones::evensWhatFadedUnevenly()
{
    QFETCH(int, fault);
    QFETCH(int, seed);
    double (*const factors[])(double, double) = {halfBleached, striped, vignetted};
    const cv::Mat scene = sceneLightness({480, 360}, 12, 70, seed);
    const cv::Mat faulty = inLight(scene, factors[fault]);
    ToneSettings tone;
    tone.evening = 1;
    const cv::Mat evened = tonedLightness(faulty, tone);
    // Which part was as it had been, nobody can tell: one factor over all does not count.
    const auto errorOf = [&](const cv::Mat& lightness) {
        cv::Mat ratio, logarithm;
        cv::divide(asFloat(lightness) + 16.0, scene + 16.0, ratio);
        cv::log(ratio, logarithm);
        const double mean = cv::mean(logarithm)[0];
        return rootMeanSquare(logarithm - cv::Scalar(mean));
    };
    const double before = errorOf(faulty);
    const double after = errorOf(evened);
    QVERIFY2(after < before / 3,
             qPrintable(QString("%1 of %2").arg(after, 0, 'f', 4).arg(before, 0, 'f', 4)));
}

void TestFoundTones::leavesAnEvenPhotoNearlyAlone()
{
    ToneSettings tone;
    tone.evening = 1;
    for (const int seed : {7, 8, 9}) {
        const cv::Mat scene = sceneLightness({480, 360}, 12, 70, seed);
        const double changed = rootMeanSquare(asFloat(tonedLightness(scene, tone)) - scene);
        QVERIFY2(changed < 1.5, qPrintable(QString::number(changed)));
    }
}

// Levels that were left alone because nobody can be sure are a sentence, others are none.
void TestFoundTones::saysHowCertainItIs()
{
    const cv::Mat scene = sceneLightness({480, 360});
    const auto prepared = [](const cv::Mat& lightness, const ToneSettings& tone) {
        return preparedOf(photoOfLightness(lightness, CV_8U), tone);
    };
    QVERIFY(!prepared(scene, {.exposure = 1})->tones.levels); // nobody asked
    const auto faded = prepared(lifted(scene, 30, 75), automatic());
    const auto& levels = faded->tones.levels;
    QVERIFY(levels && levels->isFaded() && faded->notices.empty());
    QVERIFY(std::abs(levels->black - 30) < 1 && std::abs(levels->white - 75) < 1);
    const auto full = prepared(scene, automatic());
    QVERIFY(full->tones.levels && full->tones.levels->certainty == 0 && full->notices.empty());
    // 13 L* unused: between the 10 that any photo may leave and the 18 that only a faded one does.
    const auto unsure = prepared(lifted(scene, 6, 93), automatic());
    QVERIFY(unsure->tones.levels && !unsure->tones.levels->isFaded());
    QVERIFY(unsure->tones.levels->certainty > 0);
    QCOMPARE(unsure->notices.size(), std::size_t(1));
    QVERIFY(inWords(unsure->notices[0]).find("scene.png") != std::string::npos);
    QVERIFY(unsure->tones.told().at("levels-certainty").starts_with("0."));
}

QTEST_GUILESS_MAIN(TestFoundTones)
#include "test_found_tones.moc"
