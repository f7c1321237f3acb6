#include "core/edit/sidecar.h"
#include "core/photo/photo_reader.h"
#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QDir>
#include <QJsonArray>
#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

/// Settings that are kept for photos, as the window keeps them, on the command line.
class TestCliSidecars : public QObject
{
    Q_OBJECT

    static constexpr const char* beside = "in/a.png.autochrome.json";

    static Recipe recipeOf(double strength, Rotation rotation)
    {
        Recipe recipe;
        recipe.finish.strength = strength;
        recipe.geometry.rotation = rotation;
        return recipe;
    }

    static QByteArray bare(double strength, Rotation rotation)
    {
        return QByteArray::fromStdString(recipeOf(strength, rotation).toJson());
    }

    /// As the window keeps it, of a photo with these bytes.
    static QByteArray kept(double strength, Rotation rotation, const QByteArray& photo)
    {
        const PhotoMark mark{"photo.png", 0, sha256(photo).toStdString()};
        return QByteArray::fromStdString(Sidecar{recipeOf(strength, rotation), mark}.toJson());
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

    /// By both commands, before anything is made.
    static void isRefused(CliSandbox& sandbox, const QString& recipe, const QByteArray& said)
    {
        const QStringList before = sandbox.files();
        for (const QStringList& command : {QStringList{"colorize"}, QStringList{"batch", "add"}}) {
            const CliRun run =
                sandbox.run(command + QStringList{"in/a.png", "-o", "out/", "--recipe", recipe});
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.err.contains(recipe.toUtf8()) && run.err.contains(said), run.err);
        }
        QCOMPARE(sandbox.files(), before);
        QVERIFY(!QFile::exists(sandbox.path("out")));
        QVERIFY(!QFile::exists(sandbox.path("../home/queue.sqlite")));
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
        const QStringList own{"--strength", "0.4", "--rotate", "90"};
        QTest::newRow("batch, as earlier versions had it")
            << "batch" << QStringList{"--own-recipes", "--strength", "1.5"} << own;
        QTest::newRow("batch, for those without any")
            << "batch" << QStringList{"--own-recipes", "--recipe", "all.json"} << own;
    }

    void areFollowed()
    {
        QFETCH(QString, way);
        QFETCH(QStringList, given);
        QFETCH(QStringList, meant);
        CliSandbox sandbox;
        const QByteArray photo = encoded(greyScene(96, 64), ".png");
        sandbox.write("in/a.png", photo);
        const cv::Mat wanted = result(sandbox, "colorize", meant);
        QVERIFY(!wanted.empty());
        const QByteArray sidecar = kept(0.4, Rotation::Quarter, photo);
        sandbox.write(beside, sidecar);
        sandbox.write("all.json", kept(0.8, Rotation::ThreeQuarters, "another photo"));
        QVERIFY(areSame(result(sandbox, way, given), wanted));
        QCOMPARE(sandbox.read(beside), sidecar);
        QCOMPARE(sandbox.read("in/a.png"), photo);
        QCOMPARE(QDir(sandbox.path("in")).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    // Written by hand, as a recipe and nothing else.
    void ofABareRecipe()
    {
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        const cv::Mat wanted = result(sandbox, "colorize", {"--strength", "0.4", "--rotate", "90"});
        sandbox.write("my.json", bare(0.4, Rotation::Quarter));
        QVERIFY(areSame(result(sandbox, "colorize", {"--recipe", "my.json"}), wanted));
        sandbox.write(beside, bare(0.4, Rotation::Quarter));
        QVERIFY(areSame(result(sandbox, "colorize", {}), wanted));
    }

    // Beside a photo lie another one's: it is told, and they are not used.
    void ofAnotherPhoto()
    {
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        const cv::Mat usual = result(sandbox, "colorize", {});
        const QByteArray others = kept(0.4, Rotation::Quarter, "another photo");
        sandbox.write(beside, others);
        const CliRun run =
            sandbox.run({"colorize", "--json", "in/a.png", "-o", "b.png", "--device", "cpu"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.objects().size(), 1);
        const QJsonArray warnings = run.objects()[0]["warnings"].toArray();
        QCOMPARE(warnings.size(), 1);
        QVERIFY2(warnings[0].toString().contains("another photo's"), run.out);
        QVERIFY(areSame(pixels(sandbox, "b.png"), usual));
        QVERIFY(areSame(result(sandbox, "batch", {}), usual));
        QCOMPARE(sandbox.read(beside), others);
    }

    void contradictingOptions()
    {
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        const CliRun run = sandbox.run(
            {"batch", "add", "in/a.png", "-o", "out", "--own-recipes", "--no-sidecars"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("--no-sidecars"), run.err);
        QVERIFY(!QFile::exists(sandbox.path("out")));
    }

    void ofAFileThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const char* content, const char* said) {
            QTest::newRow(name) << QByteArray(content) << QByteArray(said);
        };
        row("missing", "", "no file");
        row("damaged", "{\"version\": 2, \"finish\"", "cannot be used");
        row("not allowed", R"({"version": 2, "finish": {"strength": 9}})", "cannot be used");
        row("newer recipe", R"({"version": 99})", "newer");
        row("newer sidecar", R"({"sidecar": 99})", "newer");
    }

    void ofAFileThatIsNone()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, said);
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        if (!content.isEmpty())
            sandbox.write("all.json", content);
        isRefused(sandbox, "all.json", said);
    }

    void ofAFolder()
    {
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        isRefused(sandbox, "in", "cannot be read");
    }

    // One of two photos has settings that cannot be used: none are made up, and the other is done.
    void ofAPhotoThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("damaged") << QByteArray("{") << QByteArray("cannot be used");
        QTest::newRow("newer") << QByteArray(R"({"version": 99})") << QByteArray("newer");
    }

    void ofAPhotoThatCannotBeUsed()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, said);
        CliSandbox sandbox;
        sandbox.write("in/a.png", encoded(greyScene(96, 64), ".png"));
        sandbox.write("in/b.png", encoded(greyScene(64, 96), ".png"));
        sandbox.write(beside, content);
        const CliRun run = sandbox.run({"colorize", "in/a.png", "in/b.png", "-o", "out/"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("a.png.autochrome.json") && run.err.contains(said), run.err);
        QVERIFY(!QFile::exists(sandbox.path("out/a_colour.png")));
        QVERIFY(QFile::exists(sandbox.path("out/b_colour.png")));
        QCOMPARE(sandbox.read(beside), content);
    }

    // A result is not coloured again, so what is kept beside it does not matter, by either way.
    void besideAResult_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("damaged") << QByteArray("{");
        QTest::newRow("newer") << QByteArray(R"({"version": 99})");
    }

    void besideAResult()
    {
        QFETCH(QByteArray, content);
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(96, 64), ".png"));
        QCOMPARE(sandbox.run({"colorize", "a.png", "-o", "in/", "--device", "cpu"}).exitCode, 0);
        sandbox.write("in/a_colour.png.autochrome.json", content);
        const QStringList before = sandbox.files();

        const CliRun run = sandbox.run({"colorize", "--json", "in", "-o", "out/"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.objects().size(), 1);
        QCOMPARE(run.objects()[0]["status"].toString(), QString("skipped"));

        QCOMPARE(sandbox.run({"batch", "add", "in", "-o", "out"}).exitCode, 0);
        const CliRun queue = sandbox.run({"batch", "run", "--device", "cpu"});
        QCOMPARE(queue.exitCode, 0);
        QVERIFY2(queue.err.contains("0 done, 1 skipped, 0 failed, 0 cancelled."), queue.err);
        QCOMPARE(sandbox.files(), before);
        QCOMPARE(sandbox.read("in/a_colour.png.autochrome.json"), content);
    }
};

QTEST_GUILESS_MAIN(TestCliSidecars)
#include "test_sidecars.moc"
