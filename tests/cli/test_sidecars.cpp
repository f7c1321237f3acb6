#include "core/edit/recipe.h"
#include "core/photo/photo_reader.h"
#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

/// Settings that are kept for photos, as the window keeps them, on the command line.
class TestCliSidecars : public QObject
{
    Q_OBJECT

    static constexpr const char* beside = "in/a.png.autochrome.json";

    static QByteArray kept(double strength, Rotation rotation)
    {
        Recipe recipe;
        recipe.finish.strength = strength;
        recipe.geometry.rotation = rotation;
        return QByteArray::fromStdString(recipe.toJson());
    }

    static cv::Mat pixels(const CliSandbox& sandbox, const QString& name)
    {
        const auto photo = readPhoto(sandbox.path(name).toStdString());
        return photo ? photo->pixels : cv::Mat();
    }

    /// The result of a.png, by either of the two ways.
    static cv::Mat result(CliSandbox& sandbox, const QString& way, const QStringList& options)
    {
        const QString out = "out" + QString::number(sandbox.files().size());
        if (way == "colorize") {
            const CliRun run = sandbox.run(
                QStringList{"colorize", "in/a.png", "-o", out + '/', "--device", "cpu"} + options);
            return run.exitCode == 0 ? pixels(sandbox, out + "/a_colour.png") : cv::Mat();
        }
        const CliRun added =
            sandbox.run(QStringList{"batch", "add", "in/a.png", "-o", out, "--again"} + options);
        const CliRun run = sandbox.run({"batch", "run", "--device", "cpu"});
        return added.exitCode == 0 && run.exitCode == 0 ? pixels(sandbox, out + "/a_colour.png")
                                                        : cv::Mat();
    }

    static bool areSame(const cv::Mat& one, const cv::Mat& other)
    {
        return !one.empty() && one.size() == other.size() && one.type() == other.type() &&
               cv::norm(one, other, cv::NORM_INF) == 0;
    }

private Q_SLOTS:
    void areFollowed_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QStringList>("meant"); // without a sidecar it is the same
        for (const QString way : {"colorize", "batch"}) {
            const auto row = [&](const char* name, const QStringList& given,
                                 const QStringList& meant) {
                QTest::addRow("%s, %s", qPrintable(way), name) << way << given << meant;
            };
            row("as they are", {}, {"--strength", "0.4", "--rotate", "90"});
            row("overridden in part", {"--strength", "1.5"},
                {"--strength", "1.5", "--rotate", "90"});
            row("ignored", {"--no-sidecars"}, {});
            row("ignored, with an option", {"--no-sidecars", "--warmth", "0.5"},
                {"--warmth", "0.5"});
            row("for all", {"--recipe", "all.json"}, {"--strength", "0.8", "--rotate", "270"});
            row("for all, overridden in part", {"--recipe", "all.json", "--rotate", "0"},
                {"--strength", "0.8"});
        }
        QTest::newRow("batch, as earlier versions had it")
            << "batch" << QStringList{"--own-recipes", "--strength", "1.5"}
            << QStringList{"--strength", "0.4", "--rotate", "90"};
    }

    void areFollowed()
    {
        QFETCH(QString, way);
        QFETCH(QStringList, given);
        QFETCH(QStringList, meant);
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        const cv::Mat wanted = result(sandbox, "colorize", meant);
        QVERIFY(!wanted.empty());
        const QByteArray sidecar = kept(0.4, Rotation::Quarter);
        sandbox.write(beside, sidecar);
        sandbox.write("all.json", kept(0.8, Rotation::ThreeQuarters));
        QVERIFY(areSame(result(sandbox, way, given), wanted));
        QCOMPARE(sandbox.read(beside), sidecar);
    }

    void ofAFileThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("damaged") << QByteArray("{\"version\": 2, \"finish\"");
        QTest::newRow("not allowed") << QByteArray(R"({"version": 2, "finish": {"strength": 9}})");
        QTest::newRow("newer") << QByteArray(R"({"version": 99})");
    }

    void ofAFileThatIsNone()
    {
        QFETCH(QByteArray, content);
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        if (!content.isEmpty())
            sandbox.write("all.json", content);
        const QStringList before = sandbox.files();
        const CliRun run = sandbox.run({"colorize", "in/a.png", "--recipe", "all.json"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("all.json"), run.err);
        const CliRun added = sandbox.run({"batch", "add", "in/a.png", "--recipe", "all.json"});
        QVERIFY(added.exitCode != 0);
        QVERIFY2(added.err.contains("all.json"), added.err);
        QCOMPARE(sandbox.files(), before);
    }

    // One of two photos has settings that cannot be used: none are made up, and the other is done.
    void ofAPhotoThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("damaged") << QByteArray("{");
        QTest::newRow("newer") << QByteArray(R"({"version": 99})");
    }

    void ofAPhotoThatCannotBeUsed()
    {
        QFETCH(QByteArray, content);
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        sandbox.write("in/b.png", encoded(greyScene(64, 96), ".png"));
        sandbox.write(beside, content);
        const CliRun run = sandbox.run({"colorize", "in/a.png", "in/b.png", "-o", "out/"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("a.png.autochrome.json"), run.err);
        QVERIFY(!QFile::exists(sandbox.path("out/a_colour.png")));
        QVERIFY(QFile::exists(sandbox.path("out/b_colour.png")));
        QCOMPARE(sandbox.read(beside), content);
    }
};

QTEST_GUILESS_MAIN(TestCliSidecars)
#include "test_sidecars.moc"
