#include "core/prints/automatic_frame.h"
#include "tests/prints/made_scan.h"

#include <QtTest/QTest>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

cv::Mat scanWith(const std::vector<Frame>& frames)
{
    MadeScan scan({1000, 800}, {246, 247, 244}, 3);
    for (const Frame& frame : frames)
        scan.layPicture(frame);
    return scan.pixels();
}

const Frame askew = Frame::ofRectangle({200, 150, 600, 450}, 6);

} // namespace

class TestAutomaticFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cropsToTheOnePrint()
    {
        const auto found = frameOfPrint("a.jpg", scanWith({askew}));
        QVERIFY(found.frame && found.notice.isEmpty());
        QVERIFY(farthestCorner(*found.frame, askew) < 3);
    }

    void leavesWhatIsUnsure_data()
    {
        QTest::addColumn<int>("prints");
        QTest::newRow("none") << 0;
        QTest::newRow("two") << 2;
    }
    void leavesWhatIsUnsure()
    {
        QFETCH(int, prints);
        std::vector<Frame> frames;
        if (prints == 2)
            frames = {Frame::ofRectangle({80, 200, 380, 400}),
                      Frame::ofRectangle({540, 200, 380, 400})};
        const auto found = frameOfPrint("a.jpg", scanWith(frames));
        QVERIFY(!found.frame);
        QVERIFY(!found.notice.isEmpty());
    }

    void deskewsByThePrint()
    {
        const auto level = levelFrame("a.jpg", scanWith({askew}));
        QVERIFY(level.frame);
        QVERIFY(std::abs(level.frame->degrees() - 6) < 0.1);
        QVERIFY(level.frame->isValidFor({1000, 800}));
    }

    void orders_data()
    {
        QTest::addColumn<bool>("toPrint");
        QTest::addColumn<bool>("deskew");
        QTest::addColumn<QString>("crop");
        QTest::addColumn<bool>("isPrint");
        QTest::addColumn<double>("degrees");
        QTest::newRow("print") << true << false << "" << true << 6.0;
        QTest::newRow("print, deskewed") << true << true << "" << true << 6.0;
        QTest::newRow("deskewed") << false << true << "" << false << 6.0;
        QTest::newRow("deskewed part") << false << true << "300,250,300,200" << false << 6.0;
        QTest::newRow("part") << false << false << "300,250,300,200" << false << 0.0;
    }
    void orders()
    {
        QFETCH(bool, toPrint);
        QFETCH(bool, deskew);
        QFETCH(QString, crop);
        QFETCH(bool, isPrint);
        QFETCH(double, degrees);
        FrameOrder order;
        order.toPrint = toPrint;
        order.deskew = deskew;
        if (!crop.isEmpty())
            order.crop = FrameOrder::cropOfText(crop.toStdString());
        const auto found = orderedFrame(order, "a.jpg", scanWith({askew}));
        QVERIFY(found && found->frame);
        QCOMPARE(farthestCorner(*found->frame, askew) < 3, isPrint);
        QVERIFY(std::abs(found->frame->degrees() - degrees) < 0.1);
    }
};

QTEST_GUILESS_MAIN(TestAutomaticFrame)
#include "test_automatic_frame.moc"
