#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QtTest>

using namespace autochrome;

/// Photos in formats that are read and not written: PNM.
class TestCliFormats : public QObject
{
    Q_OBJECT

    static QByteArray plate() { return encoded(greyScene(96, 64), ".pgm"); }

private Q_SLOTS:
    void colourises()
    {
        CliSandbox sandbox;
        sandbox.write("plate.pgm", plate());
        const CliRun run = sandbox.run({"colorize", "plate.pgm", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.files(), (QStringList{"plate.pgm", "plate_colour.png"}));
        QCOMPARE(run.objects().value(0)["source_format"].toString(), "PNM");
        QCOMPARE(run.objects().value(0)["result_format"].toString(), "PNG");
        QCOMPARE(sandbox.read("plate.pgm"), plate());
    }

    void saysWhatCannotBeWritten_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("--format") << QStringList{"--format", "pnm"};
        QTest::newRow("by another name") << QStringList{"--format", "PGM"};
        QTest::newRow("-o") << QStringList{"-o", "result.ppm"};
    }

    void saysWhatCannotBeWritten()
    {
        QFETCH(QStringList, options);
        CliSandbox sandbox;
        sandbox.write("plate.pgm", plate());
        const CliRun run = sandbox.run(QStringList{"colorize", "plate.pgm"} + options);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("PNM can be read but not written"), run.err);
        QCOMPARE(sandbox.files(), QStringList{"plate.pgm"});
    }

    void inTheQueue()
    {
        CliSandbox sandbox;
        sandbox.write("in/plate.pgm", plate());
        sandbox.write("in/other.jpg", smallJpeg());
        const CliRun added =
            sandbox.run({"batch", "add", "in", "-o", "out", "--size", "128", "--type", "pnm"});
        QVERIFY2(added.exitCode == 0, added.err);
        const CliRun run = sandbox.run({"batch", "run", "--quiet"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(sandbox.files().contains("out/plate_colour.png"),
                 qPrintable(sandbox.files().join(' ')));
        QVERIFY(!sandbox.files().contains("out/other_colour.png"));
    }
};

QTEST_GUILESS_MAIN(TestCliFormats)
#include "test_formats.moc"
