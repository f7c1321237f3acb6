#include "core/learn/loop/loss_table.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

/// A row of losses.csv, written and read.
class TestLossTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        LossRow row{.step = 12,
                    .samples = 384,
                    .seconds = 3.5,
                    .loss = 2.25,
                    .crossEntropy = 2,
                    .regression = 0.025,
                    .photoError = 1.25,
                    .gradientNorm = 1.5,
                    .rate = 1e-4,
                    .crop = 128};
        const std::string line = lossTableLine(row);
        QCOMPARE(QByteArray::fromStdString(line),
                 QByteArray("12,384,3.5,2.25,2,0.025,1.5,0.0001,128,,,,,1.25"));
        auto read = lossTableRow(line);
        QVERIFY(read && !read->validation);
        QCOMPARE(read->step, row.step);
        QCOMPARE(read->samples, row.samples);
        QCOMPARE(read->seconds, row.seconds);
        QCOMPARE(read->loss, row.loss);
        QCOMPARE(read->crossEntropy, row.crossEntropy);
        QCOMPARE(read->regression, row.regression);
        QCOMPARE(read->photoError, row.photoError);
        QCOMPARE(read->gradientNorm, row.gradientNorm);
        QCOMPARE(read->rate, row.rate);
        QCOMPARE(read->crop, row.crop);
        row.validation = {
            .photos = 64, .abGain = 1.5, .ciedeRatio = 0.75, .colourfulnessRatio = 0.5};
        read = lossTableRow(lossTableLine(row));
        QVERIFY(read && read->validation);
        QCOMPARE(read->validation->photos, 64);
        QCOMPARE(read->validation->abGain, 1.5);
        QCOMPARE(read->validation->ciedeRatio, 0.75);
        QCOMPARE(read->validation->colourfulnessRatio, 0.5);
        row.loss = std::nan("");
        read = lossTableRow(lossTableLine(row));
        QVERIFY(read && std::isnan(read->loss));
    }

    void readsAnEarlierTable()
    {
        QVERIFY(isLossTableHeader(lossTableHeader));
        QVERIFY(isLossTableHeader(
            "step,samples,seconds,loss,cross_entropy,regression,gradient_norm,rate,crop,"
            "validation_photos,ab_gain,ciede2000_over_grey,colourfulness_ratio"));
        QVERIFY(!isLossTableHeader("step,samples"));
        const auto row = lossTableRow("12,384,3.5,2.25,2,0.025,1.5,0.0001,128,64,1.5,0.75,0.5");
        QVERIFY(row && row->validation);
        QCOMPARE(row->validation->colourfulnessRatio, 0.5);
        QCOMPARE(row->photoError, 0.0);
        QVERIFY(!lossTableRow("12,384,3.5,2.25,2,0.025,1.5,0.0001,128,64,1.5,0.75"));
        QVERIFY(!lossTableRow("12,384,3.5,2.25,2,0.025,1.5,0.0001,128,64,1.5,0.75,0.5,"));
        QVERIFY(!lossTableRow("12,384,3.5,2.25,2,0.025,1.5,0.0001,128,64,1.5,0.75,0.5,1,1"));
    }

    void hasOneNameForEachField()
    {
        const auto commas = [](std::string_view line) {
            return std::count(line.begin(), line.end(), ',');
        };
        QCOMPARE(commas(lossTableLine({})), commas(lossTableHeader));
        QVERIFY(!lossTableRow(lossTableHeader));
    }

    void takesWholeLines()
    {
        std::string_view rest = "a\r\nb\nc";
        QVERIFY(takeTableLine(rest) == "a");
        QVERIFY(takeTableLine(rest) == "b");
        QVERIFY(!takeTableLine(rest));
        QVERIFY(rest == "c");
    }
};

QTEST_APPLESS_MAIN(TestLossTable)
#include "test_loss_table.moc"
