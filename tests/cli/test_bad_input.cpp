#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

/// Every bad file ends in a sentence that names it and the cause, exit status 1 and no result;
/// every odd but sound one ends in a result.
class TestCliBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bad_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("cause");

        const QByteArray jpeg = smallJpeg();
        const QByteArray tiff = encoded(greyScene(96, 64), ".tif");
        QTest::newRow("empty file") << "empty.jpg" << QByteArray() << "is empty";
        QTest::newRow("text") << "letter.jpg" << QByteArray("Dear Sir, enclosed no photo.\n")
                              << "not a photo";
        QTest::newRow("truncated JPEG") << "cut.jpg" << jpeg.left(jpeg.size() / 2) << "cut short";
        QTest::newRow("truncated PNG")
            << "cut.png" << encoded(greyScene(96, 64), ".png").left(900) << "cut short|damaged";
        QTest::newRow("truncated TIFF")
            << "cut.tif" << tiff.left(tiff.size() / 2) << "cut short|damaged";
        QTest::newRow("TIFF without its last strip")
            << "strip.tif" << greyTiff(64, 4000, 8, false) << "cut short|damaged";
        QTest::newRow("PNG of 100,000 x 100,000")
            << "huge.png" << claimingPng(100000, 100000) << "100000 × 100000";
        QTest::newRow("TIFF of 100,000 x 100,000")
            << "huge.tif" << greyTiff(100000, 100000, 8, false) << "100000 × 100000|cut short";
        QTest::newRow("TIFF of 11 bits") << "odd.tif" << greyTiff(32, 32, 11) << "11 bits";
    }

    void bad()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, cause);

        CliSandbox sandbox;
        sandbox.write(name, content);
        const CliRun run = sandbox.run({"colorize", name});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.out.isEmpty(), run.out);
        QVERIFY2(run.err.contains(name.toUtf8()), run.err);
        QVERIFY2(QString::fromUtf8(run.err).contains(QRegularExpression(cause)), run.err);
        QVERIFY2(run.err.endsWith(".\n"), run.err); // a sentence
        QCOMPARE(sandbox.files(), QStringList{name});
        QCOMPARE(sandbox.read(name), content);
    }

    void odd_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("warning");

        const QByteArray garbage(200, '\x5A');
        QTest::newRow("PNG named .jpg")
            << "scan.jpg" << encoded(greyScene(96, 64), ".png") << "scan_colour.png"
            << "";
        QTest::newRow("1 x 1") << "dot.png" << encoded(greyScene(1, 1), ".png") << "dot_colour.png"
                               << "";
        QTest::newRow("1 x 10000")
            << "line.png" << encoded(greyScene(1, 10000), ".png") << "line_colour.png"
            << "";
        QTest::newRow("10000 x 1") << "line.tif" << greyTiff(10000, 1, 8) << "line_colour.tif"
                                   << "";
        QTest::newRow("CMYK JPEG") << "print.jpg" << cmykJpeg(80, 60) << "print_colour.png"
                                   << "";
        QTest::newRow("palette PNG") << "palette.png" << palettePng(80, 60) << "palette_colour.png"
                                     << "";
        QTest::newRow("corrupt Exif")
            << "exif.jpg" << withSegment(smallJpeg(), 0xE1, QByteArray("Exif\0\0", 6) + garbage)
            << "exif_colour.png"
            << "exif.jpg";
        QTest::newRow("corrupt ICC")
            << "icc.jpg"
            << withSegment(smallJpeg(), 0xE2, QByteArray("ICC_PROFILE\0\1\1", 14) + garbage)
            << "icc_colour.png"
            << "sRGB";
    }

    void odd()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, result);
        QFETCH(QString, warning);

        CliSandbox sandbox;
        sandbox.write(name, content);
        const CliRun run = sandbox.run({"colorize", name});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines(), QStringList{result});
        QVERIFY(sandbox.files().contains(result));
        if (warning.isEmpty())
            QVERIFY2(run.err.isEmpty(), run.err);
        else
            QVERIFY2(run.err.contains("warning") && run.err.contains(warning.toUtf8()), run.err);
    }

    void missingFile()
    {
        CliSandbox sandbox;
        const CliRun run = sandbox.run({"colorize", "nowhere.jpg"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("nowhere.jpg") && run.err.contains("does not exist"), run.err);
    }

    void oneBadAmongGood()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        sandbox.write("b.jpg", "no photo at all");
        sandbox.write("c.jpg", smallJpeg());
        const CliRun run = sandbox.run({"colorize", "a.jpg", "b.jpg", "c.jpg"});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.lines(), (QStringList{"a_colour.png", "c_colour.png"}));
        QVERIFY2(run.err.contains("b.jpg"), run.err);
        QVERIFY2(run.err.contains("2 of 3 photos done"), run.err);
    }

    // /proc takes no files, not even root's.
    void unwritableFolder()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const CliRun run = sandbox.run({"colorize", "a.jpg", "-o", "/proc"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains("/proc/a_colour.png") || run.err.contains("a_colour.png"),
                 run.err);
        QVERIFY2(run.err.contains("written") || run.err.contains("folder"), run.err);
        QCOMPARE(sandbox.files(), QStringList{"a.jpg"});
    }

    void missingFolder()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const CliRun run = sandbox.run({"colorize", "a.jpg", "-o", "none/such/a.jpg"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("a.jpg"), run.err);
        QCOMPARE(sandbox.files(), QStringList{"a.jpg"});
    }

    void fullDisk()
    {
        CliSandbox sandbox;
        cv::Mat noise(600, 800, CV_8UC1);
        cv::randu(noise, 0, 255);
        sandbox.write("a.png", encoded(noise, ".png"));
        QVERIFY(QDir(sandbox.path()).mkdir("small"));
        if (sandbox.shell("unshare -rm mount -t tmpfs small small").exitCode != 0)
            QSKIP("this system lets nobody mount a small disk for a test");
        const CliRun run =
            sandbox.shell("exec unshare -rm sh -c 'mount -t tmpfs -o size=64k small small && "
                          "{ \"$CLI\" colorize a.png -o small; status=$?; ls -A small; "
                          "exit $status; }'");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.out.isEmpty(), run.out); // neither a result's path nor a file left there
        QVERIFY2(run.err.contains("a_colour.png"), run.err);
        QVERIFY2(run.err.contains("room") || run.err.contains("full"), run.err);
    }

    // The limit of `ulimit -f` arrives as a signal that must not kill in the middle of a file.
    void fileSizeLimit()
    {
        CliSandbox sandbox;
        cv::Mat noise(600, 800, CV_8UC1);
        cv::randu(noise, 0, 255);
        sandbox.write("a.png", encoded(noise, ".png"));
        const CliRun run = sandbox.shell("ulimit -f 64 && exec \"$CLI\" colorize a.png");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("a_colour.png"), run.err);
        QCOMPARE(sandbox.files(), QStringList{"a.png"});
    }

    void outputIsTheSource_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("mode");
        QTest::newRow("same name") << "a.jpg"
                                   << "replace";
        QTest::newRow("another spelling") << "./folder/../a.jpg"
                                          << "replace";
        QTest::newRow("a symbolic link") << "link.jpg"
                                         << "replace";
        QTest::newRow("a hard link") << "hard.jpg"
                                     << "replace";
        QTest::newRow("not renamed either") << "a.jpg"
                                            << "rename";
    }

    void outputIsTheSource()
    {
        QFETCH(QString, output);
        QFETCH(QString, mode);
        CliSandbox sandbox;
        const QByteArray source = smallJpeg();
        sandbox.write("a.jpg", source);
        sandbox.write("folder/x", {});
        QCOMPARE(sandbox.shell("ln -s a.jpg link.jpg && ln a.jpg hard.jpg").exitCode, 0);
        const QStringList before = sandbox.files();
        const CliRun run = sandbox.run({"colorize", "a.jpg", "-o", output, "--overwrite", mode});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("is the source"), run.err);
        QCOMPARE(sandbox.read("a.jpg"), source);
        QCOMPARE(sandbox.files(), before);
    }

    void namesThatAreNoUtf8()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const CliRun run =
            sandbox.shell("name=$(printf 'caf\\351.jpg'); mv a.jpg \"$name\" || "
                          "exit 99; \"$CLI\" colorize --json \"$name\" gone.jpg; "
                          "status=$?; ls | od -An -c -w200 >names; rm -f caf*; exit $status");
        if (run.exitCode == 99)
            QSKIP("this file system takes UTF-8 names only");
        QCOMPARE(run.exitCode, 1); // gone.jpg
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 2);
        QCOMPARE(objects[0]["status"].toString(), "done");
        QCOMPARE(objects[0]["source"].toString(), QString::fromUtf8("caf\xEF\xBF\xBD.jpg"));
        // By which it is found again.
        QVERIFY2(objects[0]["source_uri"].toString().endsWith("/caf%E9.jpg"), run.out);
        QVERIFY2(objects[0]["result_uri"].toString().endsWith("/caf%E9_colour.png"), run.out);
        QVERIFY(!objects[1].contains("source_uri"));
        QVERIFY2(sandbox.read("names").contains("351"), sandbox.read("names"));
        QVERIFY2(sandbox.read("names").contains("_   c   o   l   o   u   r"),
                 sandbox.read("names"));
    }

    // Somebody saves it again and again: no mix of two pictures, and no result.
    void aSourceThatIsWrittenTo()
    {
        CliSandbox sandbox;
        const QByteArray one = encoded(greyScene(2000, 3000), ".bmp");
        sandbox.write("a.bmp", one);
        const auto process = sandbox.start({"colorize", "a.bmp"});
        QFile file(sandbox.path("a.bmp"));
        QVERIFY(file.open(QFile::ReadWrite | QFile::Unbuffered));
        QByteArray shades = one.mid(2000);
        for (char shade = 1; process->state() != QProcess::NotRunning; ++shade) {
            shades.fill(shade);
            QVERIFY(file.seek(2000));
            QCOMPARE(file.write(shades), shades.size());
            process->waitForFinished(1);
        }
        QCOMPARE(process->exitCode(), 1);
        const QByteArray said = process->readAllStandardError();
        QVERIFY2(said.contains("a.bmp") && said.contains("changed by another program"), said);
        QCOMPARE(sandbox.files(), QStringList{"a.bmp"});
    }

    void namesThatSteerTerminals()
    {
        CliSandbox sandbox;
        sandbox.write("a\x1b[2J\nb.jpg", "no photo");
        const CliRun run = sandbox.run({"colorize", "a\x1b[2J\nb.jpg"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(!run.err.contains('\x1b'), run.err);
        QCOMPARE(run.err.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliBadInput)
#include "test_bad_input.moc"
