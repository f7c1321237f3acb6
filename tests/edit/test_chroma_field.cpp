#include "core/edit/colour/chroma_field.h"

#include "core/edit/colour/coefficient_rows.h"

#include <QtTest/QTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

constexpr int side = 512;

// A disc of one lightness and colour on a ground of another, seen by a network of 384 pixels: its
// chroma lies on a grid of 96 cells, averaged from the truth.
struct Scene
{
    cv::Mat lightness{side, side, CV_32F, cv::Scalar(70)};
    cv::Mat ab{side, side, CV_32FC2, cv::Scalar(-10, -30)};
    ChromaMap map;

    explicit Scene(double contrast)
    {
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                if (std::hypot(x - 250, y - 260) < 130) {
                    lightness.at<float>(y, x) = float(70 - contrast);
                    ab.at<cv::Vec2f>(y, x) = {40, 30};
                }
        cv::resize(ab, map.ab, {96, 96}, 0, 0, cv::INTER_AREA);
        map.confidence = cv::Mat::ones(96, 96, CV_32F);
    }
};

cv::Mat chromaOf(const ChromaField& field, const cv::Mat& lightness)
{
    cv::Mat coefficients;
    cv::resize(field.coefficients(), coefficients, lightness.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat ab(lightness.size(), CV_32FC2);
    for (int y = 0; y < ab.rows; ++y)
        for (int x = 0; x < ab.cols; ++x) {
            const cv::Vec4f& c = coefficients.at<cv::Vec4f>(y, x);
            const float l = lightness.at<float>(y, x);
            ab.at<cv::Vec2f>(y, x) = {c[0] * l + c[1], c[2] * l + c[3]};
        }
    return ab;
}

// Mean distance from the true chroma in a*b* within 16 pixels of the disc's edge: colour that bled.
double bleeding(const cv::Mat& ab, const Scene& scene)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (std::fabs(std::hypot(x - 250, y - 260) - 130) < 16) {
                sum += cv::norm(ab.at<cv::Vec2f>(y, x), scene.ab.at<cv::Vec2f>(y, x));
                ++count;
            }
    return sum / count;
}

} // namespace

class TestChromaField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bleedsLessThanBilinear_data()
    {
        QTest::addColumn<double>("contrast");
        QTest::addColumn<double>("noise");
        QTest::addColumn<double>("share");
        QTest::newRow("strong edge") << 40.0 << 0.0 << 0.35;
        QTest::newRow("strong edge, film grain") << 40.0 << 3.0 << 0.6;
        QTest::newRow("middling edge") << 20.0 << 1.0 << 0.5;
        QTest::newRow("soft edge") << 8.0 << 0.5 << 0.8;
    }

    void bleedsLessThanBilinear()
    {
        QFETCH(double, contrast);
        QFETCH(double, noise);
        QFETCH(double, share);
        Scene scene(contrast);
        cv::Mat grain(side, side, CV_32F);
        cv::theRNG().state = 5;
        cv::randn(grain, 0, noise);
        scene.lightness += grain;
        const double guided =
            bleeding(chromaOf(ChromaField(scene.map, scene.lightness), scene.lightness), scene);
        const double bilinear =
            bleeding(chromaOf(ChromaField::bilinear(scene.map), scene.lightness), scene);
        QVERIFY2(guided < share * bilinear,
                 qPrintable(QString("guided %1, bilinear %2").arg(guided).arg(bilinear)));
    }

    void keepsPlainColour()
    {
        // One colour everywhere stays that colour, however busy the lightness.
        ChromaMap map;
        map.ab = cv::Mat(96, 128, CV_32FC2, cv::Scalar(25, -12));
        cv::Mat lightness(512, 683, CV_32F);
        cv::theRNG().state = 6;
        cv::randu(lightness, 0, 100);
        const cv::Mat ab = chromaOf(ChromaField(map, lightness), lightness);
        const cv::Mat expected(ab.size(), CV_32FC2, cv::Scalar(25, -12));
        QVERIFY(cv::norm(ab, expected, cv::NORM_INF) < 0.01);
    }

    void takesAnyShape_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1x1") << QSize(1, 1);
        QTest::newRow("1x8192") << QSize(1, 8192);
        QTest::newRow("8192x1") << QSize(8192, 1);
        QTest::newRow("7x5") << QSize(7, 5);
    }

    void takesAnyShape()
    {
        QFETCH(QSize, size);
        ChromaMap map;
        map.ab = cv::Mat(32, 32, CV_32FC2, cv::Scalar(10, 20));
        const cv::Mat lightness(size.height(), size.width(), CV_32F, cv::Scalar(50));
        const cv::Mat ab = chromaOf(ChromaField(map, lightness), lightness);
        QVERIFY(std::fabs(ab.at<cv::Vec2f>(0, 0)[0] - 10) < 0.01);
        QVERIFY(std::fabs(ab.at<cv::Vec2f>(ab.rows - 1, ab.cols - 1)[1] - 20) < 0.01);
    }

    void isEmptyWithoutChroma()
    {
        QVERIFY(ChromaField().isEmpty());
        QVERIFY(ChromaField(ChromaMap(), cv::Mat::zeros(8, 8, CV_32F)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChromaField)
#include "test_chroma_field.moc"
