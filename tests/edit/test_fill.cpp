#include "core/edit/repair/fill.h"

#include <QtTest/QTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

constexpr int side = 160;

// A crack across the picture, and a speck.
cv::Mat crack(int width = 3)
{
    cv::Mat mask = cv::Mat::zeros(side, side, CV_8U);
    cv::line(mask, {10, 30}, {150, 130}, 255, width);
    cv::circle(mask, {120, 30}, 3, 255, cv::FILLED);
    return mask;
}

FillCounts fill(cv::Mat& pixels, cv::Mat& mask, bool smooth = false, int widest = 60)
{
    return fillDamage(pixels, mask, {widest, smooth}, Progress());
}

cv::Mat ramp(int type, double slope)
{
    cv::Mat values(side, side, CV_64F);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            values.at<double>(y, x) = 20 + slope * (x + 0.5 * y);
    cv::Mat scaled, pixels;
    values.convertTo(scaled, CV_MAT_DEPTH(type), CV_MAT_DEPTH(type) == CV_16U ? 257 : 1);
    cv::merge(std::vector<cv::Mat>(std::size_t(CV_MAT_CN(type)), scaled), pixels);
    return pixels;
}

double greatest(const cv::Mat& one, const cv::Mat& other)
{
    return cv::norm(one, other, cv::NORM_INF);
}

cv::Mat noisy(double deviation, int seed)
{
    cv::RNG random{std::uint64_t(seed)};
    cv::Mat noise(side, side, CV_32F), pixels;
    random.fill(noise, cv::RNG::NORMAL, 128, deviation);
    noise.convertTo(pixels, CV_8U);
    return pixels;
}

double detail(const cv::Mat& pixels, const cv::Mat& where)
{
    cv::Mat found;
    cv::Laplacian(pixels, found, CV_32F);
    return cv::mean(found.mul(found), where)[0];
}

} // namespace

class TestFill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rampsComeOutExactly_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("slope");
        QTest::addColumn<double>("allowed");
        QTest::newRow("constant grey 8") << CV_8UC1 << 0.0 << 0.0;
        QTest::newRow("constant RGBA 16") << CV_16UC4 << 0.0 << 0.0;
        QTest::newRow("ramp grey 8") << CV_8UC1 << 0.8 << 1.0;
        QTest::newRow("ramp RGB 8") << CV_8UC3 << 0.8 << 1.0;
        QTest::newRow("ramp grey 16") << CV_16UC1 << 0.8 << 8.0;
        QTest::newRow("ramp RGB 16") << CV_16UC3 << 0.8 << 8.0;
    }

    void rampsComeOutExactly()
    {
        QFETCH(int, type);
        QFETCH(double, slope);
        QFETCH(double, allowed);
        const cv::Mat truth = ramp(type, slope);
        cv::Mat mask = crack();
        cv::Mat pixels = truth.clone();
        pixels.setTo(cv::Scalar::all(1), mask);
        if (pixels.channels() == 4) { // alpha is not damaged
            std::vector<cv::Mat> planes, sound;
            cv::split(pixels, planes);
            cv::split(truth, sound);
            planes[3] = sound[3];
            cv::merge(planes, pixels);
        }
        const int damaged = cv::countNonZero(mask);
        const FillCounts counts = fill(pixels, mask, true);
        QCOMPARE(counts.filled, std::int64_t(damaged));
        QCOMPARE(counts.left, std::int64_t(0));
        QVERIFY2(greatest(pixels, truth) <= allowed,
                 qPrintable(QString::number(greatest(pixels, truth))));
    }

    void touchesNothingElse()
    {
        for (const int width : {1, 4, 30}) {
            const cv::Mat before = noisy(20, 5);
            cv::Mat mask = crack(width), after = before.clone(), difference;
            const cv::Mat wanted = mask.clone();
            fill(after, mask);
            cv::absdiff(before, after, difference);
            difference.setTo(0, wanted);
            QCOMPARE(cv::countNonZero(difference), 0);
            QCOMPARE(greatest(mask, wanted), 0.0); // what was filled is what was damaged
        }
    }

    // The photo's edge: from one side only.
    void takesDamageAtTheEdge()
    {
        const cv::Mat truth = ramp(CV_8UC1, 0.5);
        cv::Mat mask = cv::Mat::zeros(truth.size(), CV_8U), pixels = truth.clone();
        mask.colRange(0, 4).setTo(255);
        pixels.setTo(0, mask);
        QCOMPARE(fill(pixels, mask, true).left, std::int64_t(0));
        QVERIFY(greatest(pixels, truth) <= 1);
    }

    void anEdgeGoesOn()
    {
        cv::Mat truth(side, side, CV_8U);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                truth.at<std::uint8_t>(y, x) =
                    cv::saturate_cast<std::uint8_t>(120 + 60 * std::tanh((y - x * 0.3 - 55) / 1.5));
        cv::Mat mask = cv::Mat::zeros(truth.size(), CV_8U), pixels = truth.clone(), difference;
        cv::line(mask, {80, 0}, {84, side - 1}, 255, 5);
        pixels.setTo(255, mask);
        fill(pixels, mask, true);
        cv::absdiff(pixels, truth, difference);
        difference.convertTo(difference, CV_32F);
        const double error = std::sqrt(cv::mean(difference.mul(difference), mask)[0]);
        QVERIFY2(error < 4, qPrintable(QString::number(error)));
    }

    void grainIsPutBack_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("thin") << 5;
        QTest::newRow("wide") << 24;
    }

    void grainIsPutBack()
    {
        QFETCH(int, width);
        cv::Mat pixels = noisy(6, 9);
        cv::Mat mask = crack(width), beside, rest;
        pixels.setTo(255, mask);
        cv::dilate(mask, beside, cv::Mat::ones(25, 25, CV_8U));
        cv::dilate(mask, rest, cv::Mat::ones(5, 5, CV_8U));
        beside.setTo(0, rest);
        cv::Mat inside;
        cv::erode(mask, inside, cv::Mat::ones(3, 3, CV_8U));
        fill(pixels, mask);
        const double ratio = detail(pixels, inside) / detail(pixels, beside);
        QVERIFY2(ratio > 0.7 && ratio < 1.3, qPrintable(QString::number(ratio)));
    }

    void keepsATint()
    {
        cv::Mat pixels, mask = crack();
        const cv::Mat grey = noisy(8, 3);
        cv::merge(std::vector<cv::Mat>{grey, grey, grey}, pixels);
        pixels.setTo(cv::Scalar(255, 0, 0), mask);
        fill(pixels, mask);
        cv::Mat planes[3];
        cv::split(pixels, planes);
        QCOMPARE(greatest(planes[0], planes[1]), 0.0);
        QCOMPARE(greatest(planes[1], planes[2]), 0.0);
    }

    void whatIsTooWideStays()
    {
        const cv::Mat before = noisy(8, 4);
        cv::Mat mask = cv::Mat::zeros(before.size(), CV_8U), after = before.clone();
        cv::rectangle(mask, {30, 30, 50, 50}, 255, cv::FILLED);
        cv::circle(mask, {130, 130}, 4, 255, cv::FILLED);
        const cv::Mat wanted = mask.clone();
        const FillCounts counts = fill(after, mask, false, 40);
        QCOMPARE(counts.left, std::int64_t(50 * 50));
        QCOMPARE(counts.filled, std::int64_t(cv::countNonZero(wanted) - 50 * 50));
        const cv::Rect hole(30, 30, 50, 50);
        QCOMPARE(greatest(before(hole), after(hole)), 0.0);
        QCOMPARE(cv::countNonZero(mask(hole)), 0);
    }

    void isTheSameEachTime()
    {
        cv::Mat first;
        for (int i = 0; i < 2; ++i) {
            cv::Mat pixels = noisy(10, 6), mask = crack(22);
            pixels.setTo(0, mask);
            fill(pixels, mask);
            if (i == 0)
                first = pixels;
            else
                QCOMPARE(greatest(first, pixels), 0.0);
        }
    }

    void takesExtremeShapes()
    {
        for (const cv::Size size : {cv::Size(1, 1), cv::Size(2, 1), cv::Size(1, 3000)}) {
            cv::Mat pixels(size, CV_8UC3, cv::Scalar::all(7)), mask = cv::Mat::zeros(size, CV_8U);
            QCOMPARE(fill(pixels, mask).filled, std::int64_t(0));
            mask.at<std::uint8_t>(0, 0) = 1;
            const bool alone = size.area() == 1;
            QCOMPARE(fill(pixels, mask).filled, std::int64_t(alone ? 0 : 1));
            QCOMPARE(pixels.at<cv::Vec3b>(0, 0), cv::Vec3b(7, 7, 7));
        }
    }

    void canBeStopped()
    {
        Progress progress;
        progress.cancel();
        cv::Mat pixels = noisy(5, 1), mask = crack();
        QVERIFY_EXCEPTION_THROWN(fillDamage(pixels, mask, {60, false}, progress), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestFill)
#include "test_fill.moc"
