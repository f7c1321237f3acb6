#include "core/base/text.h"
#include "ui/training/curves/loss_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace autochrome;

namespace {

const QByteArray header = "step,samples,seconds,loss,cross_entropy,regression,gradient_norm,rate,"
                          "crop,validation_photos,ab_gain,ciede2000_over_grey,"
                          "colourfulness_ratio\n";
const QByteArray plainRow = "1,32,1.5,3.86209,3.567084,0.02950059,3.584283,5e-06,128,,,,\n";
const QByteArray validatedRow = "2,64,2.6,3.41,3.13,0.028,4.9,1e-05,192,580,1.9245,0.8321,0.7105\n";

} // namespace

class TestLossFile : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    Result<std::vector<LossRow>> read(const QByteArray& bytes)
    {
        const QString path = folder_.filePath("losses.csv");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the table");
        file.close();
        return readLosses(path);
    }

private Q_SLOTS:
    void readsRows()
    {
        const auto rows = read(header + plainRow + validatedRow);
        QVERIFY(rows);
        QCOMPARE(rows->size(), std::size_t(2));
        const LossRow& first = rows->front();
        QCOMPARE(first.step, 1);
        QCOMPARE(first.samples, 32);
        QCOMPARE(first.seconds, 1.5);
        QCOMPARE(first.loss, 3.86209);
        QCOMPARE(first.crossEntropy, 3.567084);
        QCOMPARE(first.regression, 0.02950059);
        QCOMPARE(first.gradientNorm, 3.584283);
        QCOMPARE(first.rate, 5e-6);
        QCOMPARE(first.crop, 128);
        QVERIFY(!first.validation);
        const LossRow& second = rows->back();
        QVERIFY(second.validation);
        QCOMPARE(second.validation->photos, 580);
        QCOMPARE(second.validation->abGain, 1.9245);
        QCOMPARE(second.validation->ciedeRatio, 0.8321);
        QCOMPARE(second.validation->colourfulnessRatio, 0.7105);
    }

    void leavesATornLastLineOut()
    {
        const QByteArray whole = header + plainRow + validatedRow;
        for (int missing = 1; missing < validatedRow.size(); ++missing) {
            const auto rows = read(whole.chopped(missing));
            QVERIFY(rows);
            QCOMPARE(rows->size(), std::size_t(1));
        }
    }

    void readsAHeaderThatIsBeingWritten()
    {
        for (const QByteArray& begun : {QByteArray(), header.left(20), header}) {
            const auto rows = read(begun);
            QVERIFY(rows);
            QVERIFY(rows->empty());
        }
    }

    void leavesDamagedRowsOut()
    {
        const QByteArray damaged = QByteArray(40, '\0') + "\n7,8\n,,,,,,,,,,,,\n" + "2,x" +
                                   plainRow.mid(3) + plainRow.chopped(1) + ",\n";
        const auto rows = read(header + plainRow + damaged + validatedRow);
        QVERIFY(rows);
        QCOMPARE(rows->size(), std::size_t(2));
        QCOMPARE(rows->back().step, 2);
    }

    void readsALossThatIsNoNumber()
    {
        const auto rows = read(header + "1,32,1.5,nan,-nan,inf,inf,5e-06,128,,,,\n");
        QVERIFY(rows);
        QCOMPARE(rows->size(), std::size_t(1));
        QVERIFY(std::isnan(rows->front().loss));
    }

    void refusesOtherFiles()
    {
        const auto other = read("a,b\n1,2\n");
        QVERIFY(!other);
        QCOMPARE(int(other.error().code), int(ErrorCode::UnsupportedFormat));
        QVERIFY(inWords(other.error().message).find("losses.csv") != std::string::npos);
        const auto none = readLosses(folder_.filePath("none.csv"));
        QVERIFY(!none);
        QCOMPARE(int(none.error().code), int(ErrorCode::NotFound));
        const auto aFolder = readLosses(folder_.path());
        QVERIFY(!aFolder);
        QCOMPARE(int(aFolder.error().code), int(ErrorCode::Unreadable));
    }
};

QTEST_APPLESS_MAIN(TestLossFile)
#include "test_loss_file.moc"
