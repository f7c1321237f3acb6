#include "ui/repair/mask_layer.h"

#include "ui/repair/mark_picture.h"

#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

class TestMaskLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutMarks()
    {
        QVERIFY(MaskLayer().isEmpty());
        QVERIFY(MaskLayer(cv::Mat::zeros(20, 30, CV_8U)).isEmpty());
        QCOMPARE(cv::countNonZero(MaskLayer().seen({10, 10}, {}, 1)), 0);
    }

    /// A line of one pixel is seen from any distance, without gaps.
    void losesNoThinLine_data()
    {
        QTest::addColumn<double>("step");
        for (const double step : {0.1, 0.5, 1.0, 1.7, 3.0, 8.0, 31.0})
            QTest::newRow(qPrintable(QString::number(step))) << step;
    }
    void losesNoThinLine()
    {
        QFETCH(double, step);
        cv::Mat mask = cv::Mat::zeros(1001, 1503, CV_8U);
        mask.row(501).setTo(255);
        const MaskLayer layer(mask);
        const cv::Size size(int(1503 / step), int(1001 / step));
        const cv::Mat seen = layer.seen(size, {0, 0}, step);
        cv::Mat columns;
        cv::reduce(seen, columns, 0, cv::REDUCE_MAX);
        QCOMPARE(cv::countNonZero(columns), size.width);
        // Where it is, within a pixel of the screen, and no wider than a pixel of the screen and
        // one of the photo.
        const int y = int(501.5 / step);
        const cv::Rect around(0, std::max(0, y - 1), size.width, 3);
        QVERIFY(cv::countNonZero(seen(around)) >= size.width);
        cv::Mat rows;
        cv::reduce(seen, rows, 1, cv::REDUCE_MAX);
        QVERIFY(cv::countNonZero(rows) <= std::max(2, int(std::ceil(1 / step))));
    }

    void showsWhatItIsAskedFor()
    {
        cv::Mat mask = cv::Mat::zeros(100, 100, CV_8U);
        mask(cv::Rect(40, 60, 10, 5)).setTo(255);
        const cv::Mat seen = MaskLayer(mask).seen({40, 40}, {30, 50}, 0.5);
        cv::Mat expected = cv::Mat::zeros(40, 40, CV_8U);
        expected(cv::Rect(20, 20, 20, 10)).setTo(255);
        QCOMPARE(cv::norm(seen, expected, cv::NORM_INF), 0.0);
        // Beside the photo there is nothing.
        QCOMPARE(
            cv::countNonZero(MaskLayer(cv::Mat(10, 10, CV_8U, 255)).seen({30, 30}, {-10, -10}, 1)),
            100);
    }

    /// Colour is not all: a mark has a light line around it and an edge that is darker inside.
    void marksHaveAnEdge()
    {
        cv::Mat mask = cv::Mat::zeros(30, 30, CV_8U);
        mask(cv::Rect(10, 10, 10, 10)).setTo(255);
        const QImage picture = markPicture(mask, 1);
        QCOMPARE(picture.pixelColor(2, 2).alpha(), 0);
        QVERIFY(picture.pixelColor(9, 15).lightness() > 240);
        QCOMPARE(picture.pixelColor(10, 15), markColour);
        QVERIFY(picture.pixelColor(15, 15).alpha() < 150);
        QVERIFY(picture.pixelColor(15, 15).alpha() > 60);
    }
};

QTEST_APPLESS_MAIN(TestMaskLayer)
#include "test_mask_layer.moc"
