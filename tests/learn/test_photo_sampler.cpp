#include "core/learn/data/photo_sampler.h"

#include <QtTest>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

/// Left half red, right half blue.
cv::Mat redBlue(int width, int height)
{
    cv::Mat bgr(height, width, CV_8UC3, cv::Scalar(200, 40, 30));
    bgr.colRange(0, width / 2).setTo(cv::Scalar(30, 40, 200));
    return bgr;
}

/// A grey gradient multiplied by a tint (BGR, 0-1): what a toned print looks like.
cv::Mat toned(const cv::Scalar& tint)
{
    cv::Mat bgr(96, 96, CV_8UC3);
    for (int y = 0; y < 96; ++y)
        for (int x = 0; x < 96; ++x)
            for (int c = 0; c < 3; ++c)
                bgr.at<cv::Vec3b>(y, x)[c] = uchar((x + y + 40) * tint[c]);
    return bgr;
}

} // namespace

class TestPhotoSampler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges();
    void decodesReducedJpeg();
    void decodesNothingFromRubbish();
    void samplesHaveTheRightShapeAndRange_data();
    void samplesHaveTheRightShapeAndRange();
    void colourAndLuminanceBelongTogether();
    void sameRandomNumbersSameSample();
    void flipsHalfOfTheTime();
    void sceneKeepsItsProportions();
};

void TestPhotoSampler::judges()
{
    QCOMPARE(judgeTrainingPhoto(redBlue(120, 90)), PhotoVerdict::Good);
    QCOMPARE(judgeTrainingPhoto({}), PhotoVerdict::Corrupt);
    QCOMPARE(judgeTrainingPhoto(redBlue(400, 20)), PhotoVerdict::Small);
    QCOMPARE(judgeTrainingPhoto(toned({1, 1, 1})), PhotoVerdict::Grey);
    QCOMPARE(judgeTrainingPhoto(toned({0.75, 0.9, 1})), PhotoVerdict::Toned); // sepia
    QCOMPARE(judgeTrainingPhoto(toned({1, 0.85, 0.7})), PhotoVerdict::Toned); // cyanotype
}

void TestPhotoSampler::decodesReducedJpeg()
{
    std::vector<std::uint8_t> bytes;
    QVERIFY(cv::imencode(".jpg", redBlue(1600, 1200), bytes));
    QCOMPARE(decodeTrainingPhoto(bytes, 224).rows, 300); // a quarter still has 224
    QCOMPARE(decodeTrainingPhoto(bytes, 448).rows, 600);
    QCOMPARE(decodeTrainingPhoto(bytes, 1000).rows, 1200);
}

void TestPhotoSampler::decodesNothingFromRubbish()
{
    QVERIFY(decodeTrainingPhoto({}, 224).empty());
    QVERIFY(decodeTrainingPhoto({0xFF, 0xD8, 0xFF, 0xC0, 0xFF, 0xFF, 8, 1, 1, 1, 1}, 224).empty());
    QVERIFY(decodeTrainingPhoto(std::vector<std::uint8_t>(5000, 'x'), 224).empty());
}

void TestPhotoSampler::samplesHaveTheRightShapeAndRange_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("landscape") << 220 << 150;
    QTest::newRow("portrait") << 90 << 200;
    QTest::newRow("larger than needed") << 900 << 700;
    QTest::newRow("smallest") << 48 << 48;
    QTest::newRow("panorama") << 1200 << 60;
}

void TestPhotoSampler::samplesHaveTheRightShapeAndRange()
{
    QFETCH(int, width);
    QFETCH(int, height);
    const cv::Mat photo = redBlue(width, height);
    for (int seed = 0; seed < 40; ++seed) {
        Random random{std::uint64_t(seed)};
        const TrainingSample sample = makeTrainingSample(photo, 64, 0.35, random);
        QCOMPARE(sample.luminance.size(), cv::Size(64, 64));
        QCOMPARE(sample.luminance.type(), CV_32FC1);
        QCOMPARE(sample.ab.size(), cv::Size(16, 16));
        QCOMPARE(sample.ab.type(), CV_32FC2);
        double low = 0;
        double high = 0;
        cv::minMaxLoc(sample.luminance, &low, &high);
        QVERIFY(low >= 0 && high <= 1.0001);
        QVERIFY(cv::checkRange(sample.luminance) && cv::checkRange(sample.ab));
    }
}

void TestPhotoSampler::colourAndLuminanceBelongTogether()
{
    // The brighter half is the yellow one, the darker the blue one, however the crop lies.
    cv::Mat photo(128, 128, CV_8UC3, cv::Scalar(120, 20, 20));
    photo.colRange(0, 64).setTo(cv::Scalar(40, 220, 230));
    for (int seed = 0; seed < 30; ++seed) {
        Random random{std::uint64_t(seed)};
        const TrainingSample sample = makeTrainingSample(photo, 64, 0, random);
        cv::Mat luminance;
        cv::resize(sample.luminance, luminance, {16, 16}, 0, 0, cv::INTER_AREA);
        double low = 0;
        double high = 0;
        cv::Point dark;
        cv::Point bright;
        cv::minMaxLoc(luminance, &low, &high, &dark, &bright);
        if (high - low < 0.3)
            continue; // the crop shows one half only, or is faded
        QVERIFY(sample.ab.at<cv::Vec2f>(bright)[1] > 20);
        QVERIFY(sample.ab.at<cv::Vec2f>(dark)[1] < -20);
    }
}

void TestPhotoSampler::sameRandomNumbersSameSample()
{
    const cv::Mat photo = redBlue(200, 150);
    for (int seed = 0; seed < 20; ++seed) {
        Random first{std::uint64_t(seed)};
        Random second{std::uint64_t(seed)};
        const TrainingSample a = makeTrainingSample(photo, 64, 0.35, first);
        const TrainingSample b = makeTrainingSample(photo, 64, 0.35, second);
        QCOMPARE(cv::norm(a.luminance, b.luminance, cv::NORM_INF), 0.0);
        QCOMPARE(cv::norm(a.ab, b.ab, cv::NORM_INF), 0.0);
    }
}

void TestPhotoSampler::flipsHalfOfTheTime()
{
    const cv::Mat photo = redBlue(128, 128);
    int flipped = 0;
    int counted = 0;
    for (int seed = 0; seed < 200; ++seed) {
        Random random{std::uint64_t(seed)};
        const TrainingSample sample = makeTrainingSample(photo, 64, 0.35, random);
        const float left = sample.ab.at<cv::Vec2f>(8, 0)[1];
        const float right = sample.ab.at<cv::Vec2f>(8, 15)[1];
        if (std::fabs(left - right) < 30)
            continue; // one half only
        ++counted;
        flipped += left < right; // blue (negative b*) on the left
    }
    QVERIFY(counted > 60);
    QVERIFY(flipped > counted / 3 && flipped < 2 * counted / 3);
}

void TestPhotoSampler::sceneKeepsItsProportions()
{
    const cv::Mat lab = labScene(redBlue(400, 200), 128);
    QCOMPARE(lab.size(), cv::Size(256, 128));
    // Lab of (R 200, G 40, B 30) and (R 30, G 40, B 200): red has a*, b* > 0, blue b* < 0.
    const cv::Vec3f red = lab.at<cv::Vec3f>(64, 20);
    const cv::Vec3f blue = lab.at<cv::Vec3f>(64, 230);
    QVERIFY(red[1] > 50 && red[2] > 30);
    QVERIFY(blue[2] < -60);
    QCOMPARE(labScene(redBlue(2000, 50), 64).rows, 64);
}

QTEST_GUILESS_MAIN(TestPhotoSampler)
#include "test_photo_sampler.moc"
