#include "core/learn/data/old_print.h"

#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

/// A bright disc on a dark ground with a soft shade over both.
cv::Mat scene(int size)
{
    cv::Mat luminance(size, size, CV_32FC1);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            luminance.at<float>(y, x) = 0.2f + 0.2f * float(x) / float(size);
    cv::circle(luminance, {size / 2, size / 2}, size / 4, cv::Scalar(0.8), cv::FILLED);
    return luminance;
}

double correlation(const cv::Mat& a, const cv::Mat& b)
{
    cv::Scalar meanA, meanB, deviationA, deviationB;
    cv::meanStdDev(a, meanA, deviationA);
    cv::meanStdDev(b, meanB, deviationB);
    const cv::Mat product = (a - meanA).mul(b - meanB);
    return cv::mean(product)[0] / (deviationA[0] * deviationB[0]);
}

} // namespace

class TestOldPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAPicture()
    {
        for (int seed = 0; seed < 300; ++seed) {
            Random random{std::uint64_t(seed)};
            cv::Mat luminance = scene(seed % 2 ? 128 : 33);
            ageLuminance(luminance, random);
            QCOMPARE(luminance.type(), CV_32FC1);
            QVERIFY(cv::checkRange(luminance, true, nullptr, -1e-6, 1 + 1e-6));
        }
    }

    // Most samples are changed, and in all of them the scene can still be seen.
    void changesButKeepsTheScene()
    {
        const cv::Mat before = scene(128);
        int changed = 0;
        for (int seed = 0; seed < 300; ++seed) {
            Random random{std::uint64_t(seed)};
            cv::Mat after = before.clone();
            ageLuminance(after, random);
            changed += cv::norm(before, after, cv::NORM_INF) > 0.02;
            QVERIFY2(correlation(before, after) > 0.75, qPrintable(QString::number(seed)));
        }
        QVERIFY2(changed > 240, qPrintable(QString::number(changed)));
    }

    void sameNumbersSameFaults()
    {
        for (int seed = 0; seed < 30; ++seed) {
            cv::Mat first = scene(96);
            cv::Mat second = first.clone();
            Random a{std::uint64_t(seed)};
            Random b{std::uint64_t(seed)};
            ageLuminance(first, a);
            ageLuminance(second, b);
            QCOMPARE(cv::norm(first, second, cv::NORM_INF), 0.0);
        }
    }

    // Specks and scratches are there: values far from what the neighbourhood has.
    void someSamplesAreDirty()
    {
        int dirty = 0;
        for (int seed = 0; seed < 200; ++seed) {
            Random random{std::uint64_t(seed)};
            cv::Mat luminance(128, 128, CV_32FC1, cv::Scalar(0.5));
            ageLuminance(luminance, random);
            cv::Mat smooth;
            cv::blur(luminance, smooth, {15, 15});
            dirty += cv::norm(luminance - smooth, cv::NORM_INF) > 0.22;
        }
        QVERIFY2(dirty > 30 && dirty < 170, qPrintable(QString::number(dirty)));
    }
};

QTEST_GUILESS_MAIN(TestOldPrint)
#include "test_old_print.moc"
