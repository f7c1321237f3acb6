#include "core/edit/geometry/frame.h"

#include <QtTest/QTest>
#include <limits>

using namespace autochrome;

namespace {

const cv::Size photo(300, 200);
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

Frame rectangle(double x, double y, double width, double height, double degrees = 0)
{
    return Frame::ofRectangle({x, y, width, height}, degrees);
}

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isValidForAPhoto_data()
    {
        QTest::addColumn<Frame>("frame");
        QTest::addColumn<bool>("valid");
        QTest::newRow("whole") << rectangle(0, 0, 300, 200) << true;
        QTest::newRow("one pixel") << rectangle(299, 199, 1, 1) << true;
        QTest::newRow("aslant") << rectangle(100, 50, 80, 60, 20) << true;
        QTest::newRow("perspective") << Frame{{{{5, 0}, {290, 20}, {300, 190}, {0, 200}}}} << true;
        QTest::newRow("less than a pixel") << rectangle(10, 10, 0.5, 50) << false;
        QTest::newRow("outside") << rectangle(250, 0, 100, 100) << false;
        QTest::newRow("aslant, a corner outside") << rectangle(0, 0, 300, 200, 5) << false;
        QTest::newRow("mirrored") << Frame{{{{300, 0}, {0, 0}, {0, 200}, {300, 200}}}} << false;
        QTest::newRow("crossed") << Frame{{{{0, 0}, {300, 200}, {300, 0}, {0, 200}}}} << false;
        QTest::newRow("no number")
            << Frame{{{{0, 0}, {noNumber, 0}, {300, 200}, {0, 200}}}} << false;
        QTest::newRow("in one point") << Frame{{{{9, 9}, {9, 9}, {9, 9}, {9, 9}}}} << false;
    }
    void isValidForAPhoto()
    {
        QFETCH(Frame, frame);
        QTEST(frame.isValidFor(photo), "valid");
    }

    void showsWholePixelsAsTheyAre()
    {
        QCOMPARE(*rectangle(10, 20, 30, 40).wholePixels(), cv::Rect(10, 20, 30, 40));
        QVERIFY(!rectangle(10.5, 20, 30, 40).wholePixels());
        QVERIFY(!rectangle(10, 20, 30, 40, 1).wholePixels());
        QCOMPARE(*rectangle(10.4, 19.6, 30.3, 40).snapped().wholePixels(),
                 cv::Rect(10, 20, 31, 40));
        QCOMPARE(rectangle(100, 50, 80.4, 60.6, 7).snapped().size(), cv::Size(80, 61));
    }

    // Nothing of the outside is seen, and as much as possible of the inside.
    void straightensWithoutEmptyCorners_data()
    {
        QTest::addColumn<cv::Size>("size");
        QTest::addColumn<double>("ratio");
        for (const cv::Size size : {photo, cv::Size(200, 300), cv::Size(256, 256)})
            for (const double ratio : {0.0, 1.0, 1.5, 0.5})
                QTest::addRow("%dx%d, %g", size.width, size.height, ratio) << size << ratio;
    }
    void straightensWithoutEmptyCorners()
    {
        QFETCH(cv::Size, size);
        QFETCH(double, ratio);
        for (double degrees = -45; degrees <= 45; degrees += 2.5) {
            const Frame frame = Frame::straightening(size, degrees, ratio);
            QVERIFY(frame.isValidFor(size));
            QVERIFY(std::abs(frame.degrees() + degrees) < 1e-9);
            const cv::Size shown = frame.size();
            if (ratio > 0)
                QVERIFY(std::abs(shown.width - ratio * shown.height) <= std::max(1.0, ratio));
            // A pixel and a half more would not fit.
            const cv::Point2d middle = frame.centre();
            const Frame larger = Frame::ofRectangle({middle.x - shown.width / 2.0 - 1.5,
                                                     middle.y - shown.height / 2.0 - 1.5,
                                                     shown.width + 3.0, shown.height + 3.0},
                                                    -degrees);
            double most = 0;
            for (const cv::Point2d corner : larger.corners)
                most = std::max(
                    {most, -corner.x, -corner.y, corner.x - size.width, corner.y - size.height});
            QVERIFY(most > 0);
        }
        if (ratio == 0)
            QCOMPARE(*Frame::straightening(size, 0).wholePixels(), cv::Rect({}, size));
    }

    void leadsToTheSource_data()
    {
        QTest::addColumn<Frame>("frame");
        QTest::newRow("upright") << rectangle(10, 20, 30, 40);
        QTest::newRow("aslant") << rectangle(100, 50, 80, 60, -13);
        QTest::newRow("perspective") << Frame{{{{5, 0}, {290, 20}, {300, 190}, {0, 200}}}};
    }
    void leadsToTheSource()
    {
        QFETCH(Frame, frame);
        const cv::Size2d shown = frame.size();
        const std::array<cv::Point2d, 4> ends{
            {{0, 0}, {shown.width, 0}, {shown.width, shown.height}, {0, shown.height}}};
        for (std::size_t i = 0; i < 4; ++i) {
            const cv::Vec3d place = frame.toSource() * cv::Vec3d(ends[i].x, ends[i].y, 1);
            QVERIFY(cv::norm(cv::Point2d(place[0] / place[2], place[1] / place[2]) -
                             frame.corners[i]) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "test_frame.moc"
