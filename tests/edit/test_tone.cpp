#include "tests/edit/made_photo.h"
#include "tests/edit/toned_lightness.h"
#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"

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

double lightnessOfCode(int code) // of 16 bits
{
    return double(lightness(srgbToLinear(float(code) / 65535)));
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
        // One may be rounded up and the other down. At 16 bits 0.02 L* is the promise; where a
        // curve of points has a bend, lines between 256 steps an octave cut it by half as much
        // again.
        double apart = 0;
        for (int i = 0; i < results[0].cols; ++i) {
            const auto value = [&](const cv::Mat& codes) {
                const int code = codes.at<int>(i);
                return depth == CV_8U ? double(code) : lightnessOfCode(code);
            };
            apart = std::max(apart, std::abs(value(results[0]) - value(results[1])));
        }
        const double allowed = depth == CV_8U ? 1 : curve == "none" ? 0.02 : 0.03;
        QVERIFY2(apart <= allowed, qPrintable(QString::number(apart)));
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
            // Light is added or taken in the same proportions, which turns no hue; CIELAB's own
            // curvature is 0.003 here.
            const double hue = std::atan2(one[2], one[1]);
            QVERIFY(std::abs(std::atan2(other[2], other[1]) - hue) < 0.01);
            // Darker, all of X, Y and Z shrink alike, and a* and b* as L* + 16 does; lighter, they
            // stay, but for the second order of cube roots.
            if (other[0] < 12) // CIELAB has no roots there
                continue;
            const double ratio = std::hypot(other[1], other[2]) / std::hypot(one[1], one[2]);
            const double wanted = exposure > 0 ? 0.98 : (other[0] + 16) / (one[0] + 16);
            QVERIFY2(std::abs(ratio - wanted) < 0.02, qPrintable(QString::number(ratio)));
        }
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
        // 2.3 is what is just noticed beside each other (Mahy et al. 1994).
        QVERIFY2(std::abs(mean - (x < 160 ? 25 : 75)) < 2,
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
