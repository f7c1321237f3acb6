#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QtTest>

using namespace autochrome;

/// --keep-times: a result is as old as its source.
class TestCliKeepTimes : public QObject
{
    Q_OBJECT

    static const QDateTime old()
    {
        return QDateTime::fromMSecsSinceEpoch(1001001001250); // 2001, not on a whole second
    }

    static void makeOld(const CliSandbox& sandbox, const QString& name)
    {
        QFile file(sandbox.path(name));
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.setFileTime(old(), QFileDevice::FileModificationTime));
    }

    static QDateTime timeOf(const CliSandbox& sandbox, const QString& name)
    {
        return QFileInfo(sandbox.path(name)).lastModified();
    }

private Q_SLOTS:
    void results_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("result");
        QTest::newRow("png") << "png"
                             << "a_colour.png";
        QTest::newRow("jpeg") << "jpeg"
                              << "a_colour.jpg";
        QTest::newRow("tiff") << "tiff"
                              << "a_colour.tif";
        QTest::newRow("webp") << "webp"
                              << "a_colour.webp";
        QTest::newRow("bmp, with what lies beside it") << "bmp"
                                                       << "a_colour.bmp";
    }

    void results()
    {
        QFETCH(QString, format);
        QFETCH(QString, result);
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(64, 48), ".png"));
        makeOld(sandbox, "a.png");
        const QStringList order{"colorize", "a.png", "--format", format};
        CliRun run = sandbox.run(order + QStringList{"--keep-times"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(timeOf(sandbox, result), old());
        if (format == "bmp")
            QCOMPARE(timeOf(sandbox, result + ".xmp"), old());
        QCOMPARE(timeOf(sandbox, "a.png"), old());
        // Only if it is wanted.
        run = sandbox.run(order + QStringList{"--overwrite", "replace"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY(timeOf(sandbox, result) > old().addYears(1));
    }

    void inTheQueue()
    {
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(64, 48), ".png"));
        makeOld(sandbox, "in/a.png");
        QCOMPARE(sandbox.run({"batch", "add", "in", "-o", "kept", "--keep-times"}).exitCode, 0);
        QCOMPARE(sandbox.run({"batch", "add", "in", "-o", "new", "--again"}).exitCode, 0);
        const CliRun run = sandbox.run({"batch", "run", "--device", "cpu"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(timeOf(sandbox, "kept/a_colour.png"), old());
        QVERIFY(timeOf(sandbox, "new/a_colour.png") > old().addYears(1));
    }
};

QTEST_GUILESS_MAIN(TestCliKeepTimes)
#include "test_keep_times.moc"
