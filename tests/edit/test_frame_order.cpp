#include "core/edit/geometry/frame_order.h"

#include <QtTest/QTest>

using namespace autochrome;

class TestFrameOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        for (const char* good : {"0,0,10,20", "10%,5%,80%,90%", "10,5%,50.5%,33.25"})
            QTest::newRow(good) << QString(good) << true;
        for (const char* bad :
             {"", "1,2,3", "1,2,3,4,5", "1,2,0,4", "1,2,-3,4", "-1,2,3,4", "a,2,3,4", "1, 2,3,4",
              "1,2,3,101%", "nan,1,2,3", "1,2,inf,3", "1,2,3,4%%"})
            QTest::addRow("bad: %s", bad) << QString(bad) << false;
    }
    void reads()
    {
        QFETCH(QString, text);
        const auto crop = FrameOrder::cropOfText(text.toStdString());
        QTEST(crop.has_value(), "valid");
        if (crop)
            QCOMPARE(QString::fromStdString(FrameOrder::textOfCrop(*crop)), text);
    }

    void framesAPhoto_data()
    {
        QTest::addColumn<QString>("crop");
        QTest::addColumn<double>("degrees");
        QTest::addColumn<QString>("expected"); // x y w h, "none", "error", "aslant"
        QTest::newRow("pixels") << "10,20,30,40" << 0.0 << "10 20 30 40";
        QTest::newRow("percent") << "10%,20%,50%,50%" << 0.0 << "30 40 150 100";
        QTest::newRow("whole") << "0,0,100%,100%" << 0.0 << "none";
        QTest::newRow("turned by nothing") << "" << 0.0 << "none";
        QTest::newRow("turned") << "" << 3.0 << "aslant";
        QTest::newRow("turned crop") << "100,50,60,40" << -5.0 << "aslant";
        QTest::newRow("too wide") << "10,20,300,40" << 0.0 << "error";
        QTest::newRow("turned out of the photo") << "0,0,300,200" << 5.0 << "error";
    }
    void framesAPhoto()
    {
        QFETCH(QString, crop);
        QFETCH(double, degrees);
        QFETCH(QString, expected);
        FrameOrder order;
        if (!crop.isEmpty())
            order.crop = FrameOrder::cropOfText(crop.toStdString());
        order.straighten = degrees;
        const auto frame = order.frameOf("a.jpg", {300, 200});
        QCOMPARE(!frame, expected == "error");
        if (!frame)
            return;
        QCOMPARE(!*frame, expected == "none");
        if (!*frame)
            return;
        QVERIFY((*frame)->isValidFor({300, 200}));
        const auto pixels = (*frame)->wholePixels();
        QCOMPARE(!pixels, expected == "aslant");
        if (pixels)
            QCOMPARE(QString("%1 %2 %3 %4")
                         .arg(pixels->x)
                         .arg(pixels->y)
                         .arg(pixels->width)
                         .arg(pixels->height),
                     expected);
        else
            QVERIFY(std::abs((*frame)->degrees() + degrees) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestFrameOrder)
#include "test_frame_order.moc"
