#include "core/prints/print_finder.h"
#include "tests/prints/made_scan.h"

#include <QtTest/QTest>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

const cv::Size scanSize(1200, 900);
const cv::Scalar white(246, 247, 244), black(14, 14, 15), card(70, 110, 150);

Frame frameAt(double x, double y, double width, double height, double degrees)
{
    return Frame::ofRectangle({x - width / 2, y - height / 2, width, height}, degrees);
}

} // namespace

/// What is found on scans that are made here, and what is left whole.
class TestPrintFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTurnedPrint_data()
    {
        QTest::addColumn<int>("bed");
        QTest::addColumn<double>("degrees");
        for (const double degrees : {0.0, -0.7, 4.0, -15.0, 15.0, 31.0}) {
            QTest::addRow("white %g", degrees) << 0 << degrees;
            QTest::addRow("black %g", degrees) << 1 << degrees;
            QTest::addRow("card %g", degrees) << 2 << degrees;
        }
    }
    void oneTurnedPrint()
    {
        QFETCH(int, bed);
        QFETCH(double, degrees);
        const std::array beds{white, black, card};
        MadeScan scan(scanSize, beds[std::size_t(bed)], bed + 3);
        const Frame frame = frameAt(610, 440, 700, 480, degrees);
        scan.layPicture(frame);
        scan.dust(40);
        const auto prints = findPrints(scan.pixels());
        QCOMPARE(prints.size(), 1U);
        QVERIFY(farthestCorner(prints[0].frame, frame) < 0.005 * 700);
        QVERIFY(std::abs(prints[0].frame.degrees() - degrees) < 0.1);
        QVERIFY(prints[0].certainty > 0.8 && prints[0].certainty <= 1);
    }

    void fivePrints_data()
    {
        QTest::addColumn<int>("depth");
        QTest::newRow("8 bit") << CV_8U;
        QTest::newRow("16 bit") << CV_16U;
    }
    void fivePrints()
    {
        QFETCH(int, depth);
        MadeScan scan(scanSize, white, 8);
        const std::vector<Frame> frames{
            frameAt(210, 200, 300, 220, -6), frameAt(620, 210, 320, 240, 3),
            frameAt(1000, 230, 230, 310, 9), frameAt(320, 640, 340, 260, 0),
            frameAt(850, 660, 380, 260, -12)};
        for (const Frame& frame : frames)
            scan.layPicture(frame);
        cv::Mat pixels = scan.pixels();
        if (depth == CV_16U)
            pixels.convertTo(pixels, CV_16U, 257);
        const auto prints = findPrints(pixels);
        QCOMPARE(prints.size(), frames.size());
        for (std::size_t i = 0; i < frames.size(); ++i) // in the order in which they are read
            QVERIFY2(farthestCorner(prints[i].frame, frames[i]) < 3,
                     qPrintable(QString::number(i)));
    }

    void printsThatTouch()
    {
        MadeScan scan(scanSize, black, 5);
        std::vector<Frame> frames;
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 3; ++column)
                frames.push_back(frameAt(270 + 330 * column, 240 + 380 * row, 330, 380, 0));
        for (const Frame& frame : frames)
            scan.layPicture(frame);
        const auto prints = findPrints(scan.pixels());
        QCOMPARE(prints.size(), frames.size());
        for (std::size_t i = 0; i < frames.size(); ++i)
            QVERIFY2(farthestCorner(prints[i].frame, frames[i]) < 4,
                     qPrintable(QString::number(i)));
    }

    // The card misleads the network; what is kept is the print.
    void mountedPrint_data()
    {
        QTest::addColumn<bool>("onBed");
        QTest::newRow("the mount fills the scan") << false;
        QTest::newRow("the mount lies on a bed") << true;
    }
    void mountedPrint()
    {
        QFETCH(bool, onBed);
        const cv::Scalar cardboard(205, 190, 160);
        MadeScan scan({900, 1200}, onBed ? black : cardboard, 4);
        if (onBed)
            scan.lay(cv::Mat(1000, 700, CV_32FC3, cardboard), frameAt(450, 600, 700, 1000, 2));
        const Frame frame = frameAt(452, 560, 480, 660, 2.5);
        scan.layPicture(frame);
        const auto prints = findPrints(scan.pixels());
        QCOMPARE(prints.size(), 1U);
        QVERIFY(farthestCorner(prints[0].frame, frame) < 0.005 * 660);
        QCOMPARE(printKindName(prints[0].kind), onBed ? "mounted" : "loose");
    }

    void whiteBorderIsThePrints()
    {
        MadeScan scan(scanSize, black, 12);
        const Frame frame = frameAt(600, 450, 760, 560, -3);
        scan.lay(scan.bordered(scan.picture({700, 500}), 30, {238, 236, 228}), frame);
        const auto prints = findPrints(scan.pixels());
        QCOMPARE(prints.size(), 1U);
        QCOMPARE(printKindName(prints[0].kind), "framed");
        QVERIFY(farthestCorner(prints[0].frame, frame) < 4);
    }

    void photographedFromAside()
    {
        MadeScan scan(scanSize, card, 6, 4);
        const Frame frame{{{{260, 170}, {930, 120}, {1010, 760}, {190, 700}}}};
        scan.layPicture(frame);
        const auto prints = findPrints(scan.pixels());
        QCOMPARE(prints.size(), 1U);
        QVERIFY(farthestCorner(prints[0].frame, frame) < 4);
    }

    // Unsure, it declines.
    void staysWhole_data()
    {
        QTest::addColumn<cv::Mat>("pixels");
        MadeScan scan(scanSize, white, 20);
        cv::Mat photo;
        scan.picture(scanSize).convertTo(photo, CV_8U);
        QTest::newRow("a photo fills it") << photo;
        QTest::newRow("an empty bed") << scan.pixels();
        MadeScan room(scanSize, {150, 150, 140}, 21, 6); // a wall with a window above a floor
        room.layPicture(Frame::ofRectangle({0, 600, 1200, 300}));
        room.layPicture(Frame::ofRectangle({420, 120, 260, 330}));
        room.layPicture(Frame::ofRectangle({900, 250, 300, 400}));
        QTest::newRow("a window in a room") << room.pixels();
        QTest::newRow("one pixel") << cv::Mat(1, 1, CV_8UC3, white);
        QTest::newRow("a line") << cv::Mat(1, 10000, CV_8U, cv::Scalar(7));
        QTest::newRow("a column with alpha") << cv::Mat(10000, 1, CV_16UC4, cv::Scalar::all(9));
    }
    void staysWhole()
    {
        QFETCH(cv::Mat, pixels);
        QVERIFY(findPrints(pixels).empty());
    }

    // Frames are for GeometryMap, which turns down what does not lie within the photo.
    void framesLieWithinTheScan()
    {
        MadeScan scan(scanSize, white, 9);
        scan.layPicture(Frame::ofRectangle({-3, 200, 500, 400}));
        scan.layPicture(frameAt(850, 400, 400, 500, 4));
        for (const FoundPrint& print : findPrints(scan.pixels()))
            QVERIFY(print.frame.isValidFor(scanSize));
    }
};

QTEST_GUILESS_MAIN(TestPrintFinder)
#include "test_print_finder.moc"
