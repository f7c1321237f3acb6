#include "core/edit/restoration.h"
#include "core/edit/tone/tone_stage.h"
#include "tests/edit/lightness_scene.h"
#include "tests/edit/made_photo.h"
#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"
#include "tests/support/verify_result.h"

#include <QtTest/QTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes profileOf(const QString& name)
{
    if (name == "wide")
        return testWideGamutProfile(2.2);
    if (name == "scanner")
        return testScannerProfile();
    if (name == "grey22")
        return testGreyProfile(2.2);
    return {};
}

std::shared_ptr<const Prepared> preparedOf(const Photo& photo, const ToneSettings& tone)
{
    Recipe recipe;
    recipe.tone = tone;
    return Restoration(photo).prepare(recipe).value();
}

cv::Mat lightnessOf(const cv::Mat& pixels, const Bytes& icc = {})
{
    cv::Mat planes[3];
    cv::split(referenceLab(pixels, icc), planes);
    return planes[0];
}

cv::Mat tonedLightness(const cv::Mat& lightness, const ToneSettings& tone, int depth = CV_16U)
{
    return lightnessOf(preparedOf(photoOfLightness(lightness, depth), tone)->photo->pixels);
}

ToneSettings automatic()
{
    return {.levels = ToneLevels::Auto};
}

double rootMeanSquare(const cv::Mat& difference)
{
    return cv::norm(difference, cv::NORM_L2) / std::sqrt(double(difference.total()));
}

// Every code once, in order.
cv::Mat ramp(int depth, int channels)
{
    const int codes = depth == CV_8U ? 256 : 65536;
    cv::Mat wide(1, codes, CV_32F);
    for (int i = 0; i < codes; ++i)
        wide.at<float>(i) = float(i);
    cv::Mat one, all;
    wide.convertTo(one, depth);
    cv::merge(std::vector<cv::Mat>(std::size_t(channels), one), all);
    return channels == 1 ? one : all;
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

class TestTone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesNothingByDefault_data() { kinds(); }
    void doesNothingByDefault();
    void neverFalls_data();
    void neverFalls();
    void keepsGreyAndTransparency_data() { kinds(); }
    void keepsGreyAndTransparency();
    void keepsTheHue();
    void restoresAFadedPhoto_data();
    void restoresAFadedPhoto();
    void leavesAPhotoAlone_data();
    void leavesAPhotoAlone();
    void evensWhatFadedUnevenly_data();
    void evensWhatFadedUnevenly();
    void leavesAnEvenPhotoNearlyAlone();
    void localContrastHasNoHalo();
    void takesEveryPhoto_data();
    void takesEveryPhoto();
    void isCancelled();
    void keepsOneCopy();
    void aSliderDoesNotInspectThePhotoAgain();

private:
    static void kinds()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("icc");
        for (const int depth : {CV_8U, CV_16U})
            for (const auto& [channels, icc] : {std::pair{1, "none"},
                                                {1, "grey22"},
                                                {3, "none"},
                                                {3, "wide"},
                                                {3, "scanner"},
                                                {4, "none"},
                                                {4, "wide"}})
                QTest::addRow("%d bit, %d channels, %s", depth == CV_8U ? 8 : 16, channels, icc)
                    << CV_MAKETYPE(depth, channels) << QString(icc);
    }
};

void TestTone::doesNothingByDefault()
{
    QFETCH(int, type);
    QFETCH(QString, icc);
    Photo photo = photoOf(60, 80, type);
    photo.icc = profileOf(icc);
    for (const char* curve : {"none", "0,0 100,100"}) {
        ToneSettings tone;
        tone.curve = curve;
        Recipe recipe;
        recipe.tone = tone;
        Restoration restoration(photo);
        const auto prepared = restoration.prepare(recipe).value();
        QCOMPARE(prepared->photo, restoration.upright()); // the very same
        QCOMPARE(prepared->photo->pixels.data, photo.pixels.data);
    }
}

void TestTone::neverFalls_data()
{
    QTest::addColumn<double>("exposure");
    QTest::addColumn<double>("contrast");
    QTest::addColumn<QByteArray>("curve");
    for (const double exposure : {-2.0, -0.3, 0.7, 2.0})
        QTest::addRow("exposure %g", exposure) << exposure << 0.0 << QByteArray("none");
    for (const double contrast : {-1.0, -0.2, 0.5, 1.0})
        QTest::addRow("contrast %g", contrast) << 0.0 << contrast << QByteArray("none");
    QTest::newRow("curve") << 0.0 << 0.0 << QByteArray("0,0 30,55 60,56 100,100");
    QTest::newRow("all") << 1.0 << -0.5 << QByteArray("5,10 50,40 90,100");
}

void TestTone::neverFalls()
{
    QFETCH(double, exposure);
    QFETCH(double, contrast);
    QFETCH(QByteArray, curve);
    ToneSettings tone;
    tone.exposure = exposure;
    tone.contrast = contrast;
    tone.curve = curve.toStdString();
    for (const int depth : {CV_8U, CV_16U}) {
        cv::Mat results[2];
        for (const int channels : {1, 3}) {
            Photo photo;
            photo.source = "ramp.png";
            photo.pixels = ramp(depth, channels);
            cv::Mat toned = preparedOf(photo, tone)->photo->pixels;
            if (channels == 3)
                cv::extractChannel(toned, toned, 1);
            toned.convertTo(results[channels / 2], CV_32S);
            const cv::Mat& codes = results[channels / 2];
            for (int i = 1; i < codes.cols; ++i)
                QVERIFY(codes.at<int>(i) >= codes.at<int>(i - 1));
        }
        // Grey is the same grey in three channels.
        const double apart = cv::norm(results[0], results[1], cv::NORM_INF);
        QVERIFY2(apart <= (depth == CV_8U ? 1 : 20), qPrintable(QString::number(apart)));
        if (curve == "none") { // black and white stay, and nothing between them is clipped
            const int last = results[0].cols - 1;
            QCOMPARE(results[0].at<int>(0), 0);
            QCOMPARE(results[0].at<int>(last), last);
            QVERIFY(results[0].at<int>(last / 2) > 0 && results[0].at<int>(last / 2) < last);
        }
    }
    const cv::Mat there = tonedLightness(cv::Mat(1, 1, CV_32F, cv::Scalar(50)), tone);
    if (exposure == 0 && curve == "none")
        QVERIFY(std::abs(there.at<double>(0) - 50) < 0.02); // mid grey
    if (contrast == 0 && curve == "none")
        QCOMPARE(there.at<double>(0) > 50, exposure > 0);
}

void TestTone::keepsGreyAndTransparency()
{
    QFETCH(int, type);
    QFETCH(QString, icc);
    Photo photo = photoOf(60, 80, type);
    photo.icc = profileOf(icc);
    const cv::Mat before = photo.pixels.clone();
    std::vector<cv::Mat> planes;
    cv::split(photo.pixels, planes);
    if (planes.size() >= 3)
        planes[1] = planes[2] = planes[0];
    cv::merge(planes, photo.pixels);
    const cv::Mat grey = photo.pixels.clone();
    ToneSettings tone;
    tone.exposure = 0.8;
    tone.localContrast = 0.5;
    const cv::Mat toned = preparedOf(photo, tone)->photo->pixels;
    QCOMPARE(toned.type(), type);
    QCOMPARE(cv::norm(photo.pixels, grey, cv::NORM_INF), 0.0); // the source
    QVERIFY(cv::norm(toned, grey, cv::NORM_INF) > 0);
    std::vector<cv::Mat> after;
    cv::split(toned, after);
    if (after.size() == 4)
        QCOMPARE(cv::norm(after[3], planes[3], cv::NORM_INF), 0.0);
    // A scanner's grey axis bends: its own greys need not stay equal codes.
    if (after.size() >= 3 && icc != "scanner") {
        QCOMPARE(cv::norm(after[0], after[1], cv::NORM_INF), 0.0);
        QCOMPARE(cv::norm(after[0], after[2], cv::NORM_INF), 0.0);
    }
}

// A sepia print stays one.
void TestTone::keepsTheHue()
{
    Photo photo;
    photo.source = "sepia.png";
    photo.pixels = cv::Mat(40, 60, CV_16UC3);
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 60; ++x) {
            const double v = 9000 + 700.0 * x;
            photo.pixels.at<cv::Vec3w>(y, x) = {ushort(v * 1.1), ushort(v), ushort(v * 0.8)};
        }
    ToneSettings tone;
    for (const double exposure : {-1.0, 1.0}) {
        tone.exposure = exposure;
        const cv::Mat before = referenceLab(photo.pixels);
        const cv::Mat after = referenceLab(preparedOf(photo, tone)->photo->pixels);
        for (int x = 0; x < 60; ++x) {
            const auto& one = before.at<cv::Vec3d>(20, x);
            const auto& other = after.at<cv::Vec3d>(20, x);
            const double hue = std::atan2(one[2], one[1]);
            QVERIFY(std::abs(std::atan2(other[2], other[1]) - hue) < 0.06);
            const double ratio = std::hypot(other[1], other[2]) / std::hypot(one[1], one[2]);
            QVERIFY2(ratio > (exposure > 0 ? 0.7 : 0.3) && ratio < 1.3,
                     qPrintable(QString::number(ratio)));
        }
    }
}

void TestTone::restoresAFadedPhoto_data()
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

void TestTone::restoresAFadedPhoto()
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
    QVERIFY2(greatest < 2, qPrintable(QString::number(greatest)));
    const int clipped = cv::countNonZero(restored < 0.02) + cv::countNonZero(restored > 99.98);
    if (with != "dust")
        QVERIFY2(clipped < 0.005 * double(restored.total()), qPrintable(QString::number(clipped)));
}

void TestTone::leavesAPhotoAlone_data()
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

void TestTone::leavesAPhotoAlone()
{
    QFETCH(cv::Mat, lightness);
    const Photo photo = photoOfLightness(lightness, CV_8U);
    const auto prepared = preparedOf(photo, automatic());
    QCOMPARE(prepared->photo->pixels.data, photo.pixels.data);
}

void TestTone::evensWhatFadedUnevenly_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("seed");
    const char* names[] = {"half bleached", "light stripe", "vignette"};
    for (int fault = 0; fault < 3; ++fault)
        for (const int seed : {7, 8, 9})
            QTest::addRow("%s %d", names[fault], seed) << fault << seed;
}

void TestTone::evensWhatFadedUnevenly()
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

void TestTone::leavesAnEvenPhotoNearlyAlone()
{
    ToneSettings tone;
    tone.evening = 1;
    for (const int seed : {7, 8, 9}) {
        const cv::Mat scene = sceneLightness({480, 360}, 12, 70, seed);
        const double changed = rootMeanSquare(asFloat(tonedLightness(scene, tone)) - scene);
        QVERIFY2(changed < 1.5, qPrintable(QString::number(changed)));
    }
}

// Detail on either side of an edge is strengthened, and the edge does not shine.
void TestTone::localContrastHasNoHalo()
{
    cv::Mat scene(240, 320, CV_32F, cv::Scalar(25));
    scene.colRange(160, 320).setTo(75);
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 320; ++x)
            scene.at<float>(y, x) += (x / 2 + y / 2) % 2 ? 1.5f : -1.5f;
    ToneSettings tone;
    tone.localContrast = 1;
    const cv::Mat more = tonedLightness(scene, tone);
    const auto spread = [](const cv::Mat& plane) {
        cv::Scalar mean, deviation;
        cv::meanStdDev(plane, mean, deviation);
        return deviation[0];
    };
    const cv::Rect left(40, 40, 60, 160);
    QVERIFY(spread(more(left)) > 1.5 * spread(scene(left)));
    for (int x = 20; x < 300; ++x) {
        const double mean = cv::mean(more.col(x))[0];
        QVERIFY2(std::abs(mean - (x < 160 ? 25 : 75)) < 2, // of a step of 50

                 qPrintable(QString("%1: %2").arg(x).arg(mean)));
    }
    tone.localContrast = -1;
    QVERIFY(spread(tonedLightness(scene, tone)(left)) < 0.5 * spread(scene(left)));
}

void TestTone::takesEveryPhoto_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("shade");
    for (const double shade : {0.0, 50.0, 100.0}) {
        QTest::addRow("one pixel of %g", shade) << 1 << 1 << shade;
        QTest::addRow("all %g", shade) << 90 << 120 << shade;
        QTest::addRow("a row of %g", shade) << 1 << 5000 << shade;
        QTest::addRow("a column of %g", shade) << 5000 << 2 << shade;
    }
}

void TestTone::takesEveryPhoto()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(double, shade);
    const cv::Mat lightness(rows, columns, CV_32F, cv::Scalar(shade));
    ToneSettings tone = automatic();
    tone.evening = 1;
    tone.localContrast = 1;
    tone.contrast = 0.5;
    for (const int depth : {CV_8U, CV_16U}) {
        const cv::Mat toned = tonedLightness(lightness, tone, depth);
        QCOMPARE(toned.size(), lightness.size());
        double low = 0, high = 0;
        cv::minMaxLoc(toned, &low, &high);
        QVERIFY2(std::abs(low - shade) < 0.5 && std::abs(high - shade) < 0.5,
                 qPrintable(QString("%1 to %2").arg(low).arg(high)));
    }
}

void TestTone::isCancelled()
{
    Recipe recipe;
    recipe.tone.exposure = 1;
    Progress progress;
    progress.cancel();
    Restoration restoration(photoOf(600, 800, CV_8UC3));
    const auto stopped = restoration.prepare(recipe, progress);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(restoration.prepare(recipe)); // another time
}

void TestTone::keepsOneCopy()
{
    Restoration restoration(photoOf(60, 80, CV_16UC1));
    Recipe recipe;
    QVERIFY(restoration.prepare(recipe));
    QCOMPARE(restoration.keptBytes(), std::size_t(0));
    recipe.tone.contrast = 0.3;
    QVERIFY(restoration.prepare(recipe));
    QCOMPARE(restoration.keptBytes(), std::size_t(60 * 80 * 2));
    QCOMPARE(restoration.needs(Recipe()), Rework::Before);
}

void TestTone::aSliderDoesNotInspectThePhotoAgain()
{
    ToneSettings settings;
    QVERIFY(ToneQuestions::of(settings) == ToneQuestions());
    settings.exposure = 1;
    QVERIFY(ToneQuestions::of(settings) == ToneQuestions());
    settings.evening = 0.5;
    const ToneQuestions asked = ToneQuestions::of(settings);
    QVERIFY(asked.lightness && asked.unevenness);
    settings.evening = 0.6;
    settings.localContrast = 1;
    QVERIFY(ToneQuestions::of(settings) == asked);
}

QTEST_GUILESS_MAIN(TestTone)
#include "test_tone.moc"
