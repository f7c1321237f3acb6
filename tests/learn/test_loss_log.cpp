#include "core/learn/loop/loss_log.h"
#include "core/learn/loop/loss_table.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

namespace {

const QByteArray header = QByteArray(lossTableHeader.data()) + '\n';
const QByteArray earlierHeader = header.left(header.lastIndexOf(',')) + '\n';
const QByteArray rows[] = {"1,32,1.5,3.86209,3.567084,0.02950059,3.584283,5e-06,128,,,,",
                           "2,64,2.6,3.41,3.13,0.028,4.9,1e-05,192,580,1.9245,0.8321,0.7105",
                           "3,96,3.7,nan,3.13,0.028,4.9,1e-05,192,,,,"};

} // namespace

/// What a resumed run makes of the table that is there.
class TestLossLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOn_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("step");
        QTest::addColumn<QByteArray>("after");
        const QByteArray whole =
            header + rows[0] + ",0.5\n" + rows[1] + ",0.25\n" + rows[2] + ",0\n";
        QTest::newRow("new run") << whole << 0 << header;
        QTest::newRow("no table") << QByteArray() << 3 << header;
        QTest::newRow("all of it") << whole << 3 << whole;
        QTest::newRow("a part") << whole << 1 << header + rows[0] + ",0.5\n";
        QTest::newRow("a torn row")
            << whole.chopped(2) << 3 << header + rows[0] + ",0.5\n" + rows[1] + ",0.25\n";
        QTest::newRow("an earlier table") << earlierHeader + rows[0] + '\n' + rows[1] + '\n'
                                          << 3 << header + rows[0] + ",0\n" + rows[1] + ",0\n";
        QTest::newRow("damaged rows") << header + "\n2,x\n" + rows[0] + ",0.5\n"
                                      << 3 << header + rows[0] + ",0.5\n";
    }

    void goesOn()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const int, step);
        QFETCH(const QByteArray, after);
        const QTemporaryDir folder;
        QFile file(folder.filePath("losses.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
        file.close();
        auto log = LossLog::open(file.fileName().toStdString(), step);
        QVERIFY(log);
        TrainingNews news;
        news.step = 9;
        news.cropSize = 64;
        news.loss = 2;
        news.photoError = 1.5;
        QVERIFY(log->add(news));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), after + "9,0,0.0,2,0,0,0,0,64,,,,,1.5\n");
    }

    void tellsWhatCannotBeWritten()
    {
        const QTemporaryDir folder;
        const auto log = LossLog::open(folder.filePath("none/losses.csv").toStdString(), 0);
        QVERIFY(!log);
        QCOMPARE(int(log.error().code), int(ErrorCode::WriteFailed));
    }
};

QTEST_APPLESS_MAIN(TestLossLog)
#include "test_loss_log.moc"
