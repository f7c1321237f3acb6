#include "core/measure/frechet_distance.h"

#include <QtTest>

using namespace autochrome;

class TestFrechetDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofItselfIsNothing()
    {
        cv::Mat some(60, 8, CV_32F);
        cv::theRNG().state = 5;
        cv::randn(some, 1, 3);
        QVERIFY(frechetDistance(some, some) < 1e-6);
    }

    // Independent normal features: |m1 - m2|^2 + sum (s1 - s2)^2.
    void ofNormalsIsTheFormula()
    {
        constexpr int rows = 200'000;
        cv::theRNG().state = 7;
        cv::Mat first(rows, 3, CV_32F);
        cv::Mat second(rows, 3, CV_32F);
        const double means[2][3] = {{0, 1, 2}, {0, 3, 1}};
        const double spreads[2][3] = {{1, 2, 0.5}, {1, 1, 1.5}};
        for (int i = 0; i < 3; ++i) {
            cv::randn(first.col(i), means[0][i], spreads[0][i]);
            cv::randn(second.col(i), means[1][i], spreads[1][i]);
        }
        const double expected = 0 + 4 + 1 + 0 + 1 + 1;
        QVERIFY(std::fabs(frechetDistance(first, second) - expected) < 0.1);
    }

    // Correlated features are not taken as independent ones.
    void seesCorrelation()
    {
        constexpr int rows = 50'000;
        cv::theRNG().state = 9;
        cv::Mat first(rows, 2, CV_32F);
        cv::randn(first, 0, 1);
        cv::Mat second = first.clone();
        first.col(0).copyTo(second.col(1));
        // Covariances I and all ones: 2 + 2 - 2 sqrt(2).
        const double expected = 4 - 2 * std::sqrt(2.0);
        QVERIFY(std::fabs(frechetDistance(first, second) - expected) < 0.05);
    }
};

QTEST_GUILESS_MAIN(TestFrechetDistance)
#include "test_frechet_distance.moc"
