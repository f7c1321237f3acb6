#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QJsonArray>
#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

namespace {

/// Greatest difference between two channels of a pixel: 0 for grey.
int colourfulness(const cv::Mat& picture)
{
    std::vector<cv::Mat> planes;
    cv::split(picture, planes);
    double most = 0;
    for (int c = 1; c < 3; ++c) {
        cv::Mat difference;
        cv::absdiff(planes[0], planes[std::size_t(c)], difference);
        double greatest = 0;
        cv::minMaxLoc(difference, nullptr, &greatest);
        most = std::max(most, greatest);
    }
    return int(most);
}

} // namespace

/// Good photos on their way through `colorize`.
class TestCliColorize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesColourIntoTheCurrentFolder()
    {
        CliSandbox sandbox;
        const QByteArray source = smallJpeg();
        sandbox.write("in/harbour.jpeg", source);
        const CliRun run = sandbox.run({"colorize", "in/harbour.jpeg"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.out, QByteArray("harbour_colour.png\n"));
        QVERIFY2(run.err.isEmpty(), run.err); // no progress bar, no chatter in a pipe
        QCOMPARE(sandbox.read("in/harbour.jpeg"), source);
        const cv::Mat result = decoded(sandbox.read("harbour_colour.png"));
        QCOMPARE(result.cols, 96);
        QCOMPARE(result.rows, 64);
        QCOMPARE(result.channels(), 3);
        QVERIFY(colourfulness(result) > 4);
    }

    void strengthZeroIsGrey()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(96, 64), ".png"));
        const CliRun run = sandbox.run({"colorize", "a.png", "--strength", "0"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY(colourfulness(decoded(sandbox.read("a_colour.png"))) <= 1);
    }

    void formats_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("depth");

        const QByteArray deep = encoded(greyScene(64, 48, CV_16UC1), ".png");
        const QByteArray flat = encoded(greyScene(64, 48), ".png");
        const QByteArray tiff("II*\0", 4);
        const QByteArray png("\x89PNG", 4);
        const QByteArray jpeg("\xFF\xD8\xFF", 3);
        QTest::newRow("16-bit PNG")
            << "a.png" << deep << QStringList{} << "a_colour.png" << png << int(CV_16U);
        QTest::newRow("16-bit PNG to TIFF") << "a.png" << deep << QStringList{"--format", "tiff"}
                                            << "a_colour.tif" << tiff << int(CV_16U);
        QTest::newRow("16-bit PNG to JPEG")
            << "a.png" << deep << QStringList{"-f", "jpg"} << "a_colour.jpg" << jpeg << int(CV_8U);
        QTest::newRow("16-bit TIFF") << "a.TIFF" << encoded(greyScene(64, 48, CV_16UC1), ".tif")
                                     << QStringList{} << "a_colour.TIFF" << tiff << int(CV_16U);
        QTest::newRow("BMP") << "a.bmp" << encoded(greyScene(64, 48), ".bmp") << QStringList{}
                             << "a_colour.png" << png << int(CV_8U);
        QTest::newRow("WebP") << "a.webp" << encoded(greyScene(64, 48), ".webp") << QStringList{}
                              << "a_colour.png" << png << int(CV_8U);
        QTest::newRow("-o tells the format")
            << "a.png" << flat << QStringList{"-o", "x.jpg"} << "x.jpg" << jpeg << int(CV_8U);
        QTest::newRow("--format for a name without one")
            << "a.png" << flat << QStringList{"-o", "plain", "--format", "tif"} << "plain" << tiff
            << int(CV_8U);
    }

    void formats()
    {
        QFETCH(QString, source);
        QFETCH(QByteArray, content);
        QFETCH(QStringList, options);
        QFETCH(QString, result);
        QFETCH(QByteArray, start);
        QFETCH(int, depth);
        CliSandbox sandbox;
        sandbox.write(source, content);
        const CliRun run = sandbox.run(QStringList{"colorize", source} + options);
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines(), QStringList{result});
        const QByteArray bytes = sandbox.read(result);
        QVERIFY(bytes.startsWith(start));
        const cv::Mat picture = decoded(bytes);
        QCOMPARE(picture.depth(), depth);
        QCOMPARE(picture.channels(), 3);
    }

    void qualityChangesTheSize()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(256, 192), ".png"));
        const auto sizeAt = [&](const QString& quality) {
            const CliRun run =
                sandbox.run({"colorize", "a.png", "-o", quality + ".jpg", "-q", quality});
            return run.exitCode == 0 ? sandbox.read(quality + ".jpg").size() : -1;
        };
        const qsizetype low = sizeAt("20");
        const qsizetype high = sizeAt("98");
        QVERIFY(low > 0);
        QVERIFY2(high > 2 * low, qPrintable(QString("%1 and %2").arg(low).arg(high)));
    }

    void keepTint()
    {
        CliSandbox sandbox;
        cv::Mat sepia;
        cv::merge(std::vector<cv::Mat>{greyScene(96, 64) * 0.6, greyScene(96, 64) * 0.8,
                                       greyScene(96, 64)},
                  sepia);
        sandbox.write("a.png", encoded(sepia, ".png"));
        const QStringList grey{"--strength", "0"};
        QCOMPARE(sandbox.run(QStringList{"colorize", "a.png", "-o", "drop.png"} + grey).exitCode,
                 0);
        QCOMPARE(
            sandbox.run(QStringList{"colorize", "a.png", "-o", "keep.png", "--keep-tint"} + grey)
                .exitCode,
            0);
        QVERIFY(colourfulness(decoded(sandbox.read("drop.png"))) <= 1);
        QVERIFY(colourfulness(decoded(sandbox.read("keep.png"))) > 40);
    }

    void overwriteModes()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        sandbox.write("a_colour.png", "old");

        CliRun run = sandbox.run({"colorize", "a.jpg", "--overwrite", "skip"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains("a_colour.png"), run.err);
        QCOMPARE(sandbox.read("a_colour.png"), QByteArray("old"));
        QCOMPARE(sandbox.files().size(), 2);

        run = sandbox.run({"colorize", "a.jpg"}); // renames by itself
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.read("a_colour.png"), QByteArray("old"));
        QCOMPARE(run.lines().size(), 1);
        QVERIFY(run.lines().front() != "a_colour.png");
        QVERIFY(decoded(sandbox.read(run.lines().front())).channels() == 3);

        run = sandbox.run({"colorize", "a.jpg", "--overwrite", "replace"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines(), QStringList{"a_colour.png"});
        QCOMPARE(decoded(sandbox.read("a_colour.png")).channels(), 3);
        QCOMPARE(sandbox.files().size(), 3);
    }

    void folders()
    {
        CliSandbox sandbox;
        sandbox.write("album/b.jpg", smallJpeg());
        sandbox.write("album/a.jpg", smallJpeg());
        sandbox.write("album/noextension", smallJpeg());
        sandbox.write("album/notes.txt", "not a photo, and nobody says it is");
        sandbox.write("album/.hidden.jpg", smallJpeg());
        sandbox.write("album/deeper/c.jpg", smallJpeg());

        CliRun run = sandbox.run({"colorize", "album", "-o", "out/"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines(), (QStringList{"out/a_colour.png", "out/b_colour.png",
                                           "out/noextension_colour.png"}));

        run = sandbox.run({"colorize", "album", "-r", "-o", "out", "--overwrite", "skip"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines(), QStringList{"out/c_colour.png"});

        // The results of an earlier run are not photos to be coloured once more.
        run = sandbox.run({"colorize", "out", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.objects().size(), 4);
        for (const QJsonObject& object : run.objects())
            QCOMPARE(object["status"].toString(), "skipped");
    }

    void emptyFolder()
    {
        CliSandbox sandbox;
        sandbox.write("empty/.keep", {});
        const CliRun run = sandbox.run({"colorize", "empty"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("empty") && run.err.contains("no photos"), run.err);
    }

    void twoPhotosOfOneName()
    {
        CliSandbox sandbox;
        sandbox.write("x/a.png", encoded(greyScene(64, 48), ".png"));
        sandbox.write("y/a.png", encoded(greyScene(48, 64), ".png"));
        const CliRun run =
            sandbox.run({"colorize", "x/a.png", "y/a.png", "--overwrite", "replace"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines().size(), 2);
        QCOMPARE(decoded(sandbox.read(run.lines()[0])).cols, 64);
        QCOMPARE(decoded(sandbox.read(run.lines()[1])).cols, 48);
    }

    void json()
    {
        CliSandbox sandbox;
        const QByteArray source = encoded(greyScene(96, 64, CV_16UC1), ".png");
        sandbox.write("a.png", source);
        const CliRun run = sandbox.run(
            {"colorize", "a.png", "gone.png", "--json", "--size", "256", "--strength", "1.25"});
        QCOMPARE(run.exitCode, 1);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 2);

        const QJsonObject done = objects[0];
        QCOMPARE(done["source"].toString(), "a.png");
        QCOMPARE(done["status"].toString(), "done");
        QCOMPARE(done["result"].toString(), "a_colour.png");
        QCOMPARE(done["source_sha256"].toString(), sha256(source));
        QCOMPARE(done["result_sha256"].toString(), sha256(sandbox.read("a_colour.png")));
        QCOMPARE(done["source_format"].toString(), "PNG");
        QCOMPARE(done["result_format"].toString(), "PNG");
        QCOMPARE(done["width"].toInt(), 96);
        QCOMPARE(done["height"].toInt(), 64);
        QCOMPARE(done["bit_depth"].toInt(), 16);
        QCOMPARE(done["result_bit_depth"].toInt(), 16);
        QCOMPARE(done["channels"].toInt(), 1);
        QCOMPARE(done["model"]["name"].toString(), "test-model");
        QCOMPARE(done["model"]["sha256"].toString().size(), 64);
        QVERIFY(!done["device"].toString().isEmpty());
        QCOMPARE(done["network_size"].toInt(), 256);
        QCOMPARE(done["recipe"].toObject().isEmpty(), false);
        QVERIFY(done["luminance_error"].isDouble());
        QVERIFY2(done["luminance_error"].toDouble() <= 0.02,
                 qPrintable(QString::number(done["luminance_error"].toDouble())));
        QVERIFY(done["luminance_error_p99_9"].toDouble() <= done["luminance_error"].toDouble());
        QVERIFY(done["luminance_error_mean"].toDouble() <= done["luminance_error"].toDouble());
        QCOMPARE(done["luminance_kept"].toBool(), true);
        QVERIFY(done["warnings"].isArray());
        QVERIFY(done["error"].isNull());
        double sum = 0;
        const QJsonObject seconds = done["seconds"].toObject();
        for (const char* stage : {"read", "geometry", "detection", "repair", "detail", "inspection",
                                  "tone", "lightness", "colour", "vividness", "finish", "write"}) {
            QVERIFY2(seconds[QLatin1String(stage)].isDouble(), stage);
            QVERIFY(seconds[QLatin1String(stage)].toDouble() >= 0);
            sum += seconds[QLatin1String(stage)].toDouble();
        }
        QVERIFY(seconds["colour"].toDouble() > 0);
        QVERIFY(std::abs(seconds["total"].toDouble() - sum) < 1e-6);

        const QJsonObject failed = objects[1];
        QCOMPARE(failed["status"].toString(), "failed");
        QVERIFY(failed["result"].isNull());
        QCOMPARE(failed["error"]["code"].toString(), "not-found");
        QVERIFY(failed["error"]["text"].toString().contains("gone.png"));
    }

    // The figure is that of the file: an encoder's losses are in it, and in words.
    void jsonTellsWhatTheEncoderDid()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(96, 64, CV_16UC1), ".png"));
        const CliRun run =
            sandbox.run({"colorize", "--json", "--format", "jpeg", "--quality", "20", "a.png"});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject done = run.objects().first();
        QCOMPARE(done["result_bit_depth"].toInt(), 8);
        QVERIFY2(done["luminance_error"].toDouble() > 0.5, run.out);
        QCOMPARE(done["luminance_kept"].toBool(true), false);
        QVERIFY2(done["warnings"].toArray().first().toString().contains("L*"), run.out);
    }

    void progressBarOnATerminalOnly()
    {
        CliSandbox sandbox;
        if (sandbox.shell("script --quiet --return --command true /dev/null").exitCode != 0)
            QSKIP("`script` is not there, or can make no terminal (no /dev/pts)");
        sandbox.write("a.jpg", smallJpeg());
        const CliRun run =
            sandbox.shell("script --quiet --return --command '\"$CLI\" colorize a.jpg' /dev/null");
        QVERIFY2(run.exitCode == 0, run.out);
        QVERIFY2(run.out.contains("░") && run.out.contains(" %"), run.out);
        QVERIFY2(run.out.contains("a_colour.png"), run.out);
        const CliRun dumb = sandbox.shell(
            "TERM=dumb script --quiet --return --command '\"$CLI\" colorize a.jpg' /dev/null");
        QVERIFY2(!dumb.out.contains("\x1b") && !dumb.out.contains("░"), dumb.out);
    }

    void closedPipe()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        sandbox.write("b.jpg", smallJpeg());
        const CliRun run = sandbox.shell("\"$CLI\" colorize a.jpg b.jpg | true");
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(sandbox.files(), (QStringList{"a.jpg", "a_colour.png", "b.jpg", "b_colour.png"}));
    }
};

QTEST_GUILESS_MAIN(TestCliColorize)
#include "test_colorize.moc"
