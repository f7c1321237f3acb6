#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QJsonArray>
#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

/// `info`: pixels, profile, metadata, what was done.
class TestCliInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void source()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(96, 64, CV_16UC1), ".png"));
        const CliRun run = sandbox.run({"info", "a.png"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.contains("96 x 64"), run.out);
        QVERIFY2(run.out.contains("16 bit, grey"), run.out);
        QVERIFY2(run.out.contains("PNG"), run.out);
        QVERIFY2(run.out.contains("assumed"), run.out);
        QVERIFY2(run.out.contains("nothing by this program"), run.out);
    }

    void result()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        const CliRun made = sandbox.run({"colorize", "a.jpg", "--strength", "1.5"});
        QVERIFY2(made.exitCode == 0, made.err);
        const CliRun text = sandbox.run({"info", "a_colour.png"});
        QVERIFY2(text.exitCode == 0, text.err);
        QVERIFY2(text.out.contains("colourised by AI"), text.out);
        QVERIFY2(text.out.contains("test-model"), text.out);
        QVERIFY2(text.out.contains("Exif.Image.Software"), text.out);

        const CliRun run = sandbox.run({"info", "--json", "a.jpg", "a_colour.png"});
        QVERIFY2(run.exitCode == 0, run.err);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 2);
        QVERIFY(objects[0]["colourised"].isNull());
        QCOMPARE(objects[0]["channels"].toInt(), 1);
        QCOMPARE(objects[0]["width"].toInt(), 96);
        QCOMPARE(objects[1]["channels"].toInt(), 3);
        QCOMPARE(objects[1]["colourised"]["model"].toString(), "test-model");
        QCOMPARE(objects[1]["colourised"]["parameters"]["strength"].toString(), "1.5");
        QCOMPARE(objects[1]["profile"]["embedded"].toBool(), true);
        QVERIFY(!objects[1]["metadata"].toArray().isEmpty());
    }

    void badFilesAmongGood()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        sandbox.write("b.jpg", "nothing");
        const CliRun run = sandbox.run({"info", "--json", "gone.jpg", "b.jpg", "a.jpg"});
        QCOMPARE(run.exitCode, 1);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 3);
        QCOMPARE(objects[0]["error"]["code"].toString(), "not-found");
        QCOMPARE(objects[1]["error"]["code"].toString(), "unsupported-format");
        QVERIFY(objects[2]["error"].isNull());
        QVERIFY2(run.err.contains("gone.jpg") && run.err.contains("b.jpg"), run.err);
    }
};

QTEST_GUILESS_MAIN(TestCliInfo)
#include "test_info.moc"
