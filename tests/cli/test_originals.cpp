#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QFile>
#include <QtTest>

using namespace autochrome;

/// No photo of a run is ever written to, and none is passed over for another one's result.
class TestCliOriginals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSourceIsNeverATarget_data()
    {
        QTest::addColumn<QStringList>("inputs");
        QTest::addColumn<QString>("prepare");
        QTest::newRow("the target first") << QStringList{"x_colour.png", "x.png"} << QString();
        QTest::newRow("the target later") << QStringList{"x.png", "x_colour.png"} << QString();
        QTest::newRow("a folder") << QStringList{"."} << QString();
        QTest::newRow("by a hard link")
            << QStringList{"x.png", "other.png"} << "ln x_colour.png other.png";
        QTest::newRow("by a symbolic link")
            << QStringList{"x.png", "other.png"} << "ln -s x_colour.png other.png";
        QTest::newRow("in a linked folder")
            << QStringList{"x.png", "linked/x_colour.png"} << "ln -s . linked";
        QTest::newRow("what a link leads to")
            << QStringList{"x.png", "real/y.png"}
            << "mkdir real; mv x_colour.png real/y.png; ln -s real/y.png x_colour.png";
    }

    void aSourceIsNeverATarget()
    {
        QFETCH(QStringList, inputs);
        QFETCH(QString, prepare);
        CliSandbox sandbox;
        sandbox.write("x.png", encoded(greyScene(64, 48), ".png"));
        const QByteArray second = encoded(greyScene(48, 64), ".png");
        sandbox.write("x_colour.png", second);
        QCOMPARE(sandbox.shell(prepare).exitCode, 0);
        const CliRun run = sandbox.run(QStringList{"colorize", "--json"} + inputs +
                                       QStringList{"-o", ".", "--overwrite", "replace"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.read("x_colour.png"), second);
        QVERIFY2(run.err.contains("is not overwritten"), run.err);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 2);
        for (const QJsonObject& object : objects) {
            QCOMPARE(object["status"].toString(), "done");
            const bool isSecond = object["source_sha256"].toString() == sha256(second);
            const QByteArray result = sandbox.read(object["result"].toString());
            QCOMPARE(object["result_sha256"].toString(), sha256(result));
            QCOMPARE(decoded(result).cols, isSecond ? 48 : 64);
        }
    }

    // A folder that is worked on again: what was made of a photo before is no original of its own.
    void resultsInAFolderAreReplaced()
    {
        CliSandbox sandbox;
        sandbox.write("album/x.png", encoded(greyScene(64, 48), ".png"));
        const QStringList order{"colorize", "album", "-o", "album", "--overwrite", "replace"};
        QCOMPARE(sandbox.run(order).exitCode, 0);
        const QByteArray first = sandbox.read("album/x_colour.png");
        const CliRun run = sandbox.run(order + QStringList{"--strength", "0.5"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.files(), (QStringList{"album/x.png", "album/x_colour.png"}));
        QVERIFY(sandbox.read("album/x_colour.png") != first);
        // One that is named is meant itself.
        const QByteArray second = sandbox.read("album/x_colour.png");
        QCOMPARE(sandbox
                     .run({"colorize", "album/x.png", "album/x_colour.png", "-o", "album",
                           "--overwrite", "replace"})
                     .exitCode,
                 0);
        QCOMPARE(sandbox.read("album/x_colour.png"), second);
    }

    void skipLooksAtTheSource_data()
    {
        QTest::addColumn<bool>("copies");
        QTest::newRow("two photos of one name") << false;
        QTest::newRow("one photo in two folders") << true;
    }

    void skipLooksAtTheSource()
    {
        QFETCH(bool, copies);
        CliSandbox sandbox;
        sandbox.write("a/x.png", encoded(greyScene(64, 48), ".png"));
        sandbox.write("b/x.png",
                      copies ? sandbox.read("a/x.png") : encoded(greyScene(48, 64), ".png"));
        const QStringList order{"colorize", "a", "b", "-o", "out/", "--overwrite", "skip"};
        CliRun run = sandbox.run(order);
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines(), (QStringList{"out/x_colour.png", "out/x_colour (2).png"}));
        // Once more: both are there.
        run = sandbox.run(order);
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.isEmpty(), run.out);
        QCOMPARE(run.err.count("its result is"), 2);
        QCOMPARE(sandbox.files().size(), 4);
        // A third of that name was never done.
        sandbox.write("c/x.png", encoded(greyScene(80, 48), ".png"));
        run = sandbox.run({"colorize", "c", "-o", "out/", "--overwrite", "skip"});
        QCOMPARE(run.lines(), QStringList{"out/x_colour (3).png"});
    }

    void anothersSidecarStays()
    {
        CliSandbox sandbox;
        sandbox.write("x.png", encoded(greyScene(64, 48), ".png"));
        sandbox.write("x_colour.bmp.xmp", "my own");
        CliRun run = sandbox.run({"colorize", "x.png", "--format", "bmp"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines(), QStringList{"x_colour (2).bmp"});
        run = sandbox.run({"colorize", "x.png", "--format", "bmp", "--overwrite", "replace"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("x_colour.bmp.xmp"), run.err);
        QCOMPARE(sandbox.read("x_colour.bmp.xmp"), QByteArray("my own"));
        QVERIFY(!QFile::exists(sandbox.path("x_colour.bmp")));
    }

    void inTheQueue_data()
    {
        QTest::addColumn<QStringList>("inputs");
        QTest::newRow("a folder") << QStringList{"in"};
        QTest::newRow("named, the target first") << QStringList{"in/x_colour.png", "in/x.png"};
        QTest::newRow("by a hard link") << QStringList{"in/x.png", "other.png"};
    }

    void inTheQueue()
    {
        QFETCH(QStringList, inputs);
        CliSandbox sandbox;
        sandbox.write("in/x.png", encoded(greyScene(64, 48), ".png"));
        const QByteArray second = encoded(greyScene(48, 64), ".png");
        sandbox.write("in/x_colour.png", second);
        QCOMPARE(sandbox.shell("ln in/x_colour.png other.png").exitCode, 0);
        QCOMPARE(
            sandbox
                .run(QStringList{"batch", "add"} + inputs + QStringList{"--overwrite", "replace"})
                .exitCode,
            0);
        const CliRun run = sandbox.run({"batch", "run", "--device", "cpu", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.read("in/x_colour.png"), second);
        QVERIFY2(run.err.contains("is not overwritten"), run.err);
        QCOMPARE(run.objects().size(), 2);
        for (const QJsonObject& object : run.objects())
            QCOMPARE(object["state"].toString(), "done");
    }

    void skipInTheQueue()
    {
        CliSandbox sandbox;
        sandbox.write("a/x.png", encoded(greyScene(64, 48), ".png"));
        sandbox.write("b/x.png", encoded(greyScene(48, 64), ".png"));
        const auto work = [&](const QStringList& inputs) {
            (void)sandbox.run(
                QStringList{"batch", "add", "-o", "out", "--overwrite", "skip", "--again"} +
                inputs);
            return sandbox.run({"batch", "run", "--device", "cpu", "--json"}).objects();
        };
        for (const QJsonObject& object : work({"a", "b"}))
            QCOMPARE(object["state"].toString(), "done");
        QCOMPARE(sandbox.files(),
                 (QStringList{"a/x.png", "b/x.png", "out/x_colour-2.png", "out/x_colour.png"}));
        for (const QJsonObject& object : work({"a", "b"}))
            QCOMPARE(object["state"].toString(), "skipped");
        // Forgotten by the queue, but the results say it.
        QCOMPARE(sandbox.run({"batch", "clear"}).exitCode, 0);
        for (const QJsonObject& object : work({"b", "a"}))
            QCOMPARE(object["state"].toString(), "skipped");
        QCOMPARE(sandbox.files().size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestCliOriginals)
#include "test_originals.moc"
