#include "tests/cli/cli_sandbox.h"
#include "tests/support/make_model.h"
#include "tests/support/synthetic_photos.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace autochrome;

namespace {

QJsonObject meanOf(const CliRun& run)
{
    const QJsonArray models = QJsonDocument::fromJson(run.out).object()["models"].toArray();
    return models.isEmpty() ? QJsonObject() : models[0].toObject()["mean"].toObject();
}

} // namespace

/// `evaluate` as a person runs it.
class TestCliEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The same photos judged by published formulas in another language, colours from `colorize`.
    void agreesWithAnIndependentScript()
    {
        CliSandbox sandbox;
        if (sandbox.shell("/usr/bin/python3 -c 'import cv2, numpy'").exitCode != 0)
            QSKIP("needs Debian's python3-opencv");
        testing::writeSyntheticPhotos(sandbox.path("photos"), 8);
        // The script wants them in one folder, and no luminance but theirs.
        QCOMPARE(sandbox.shell("mkdir truth && mv photos/*/*.png truth/").exitCode, 0);

        const CliRun script = sandbox.shell("/usr/bin/python3 '" AUTOCHROME_INDEPENDENT_EVALUATION
                                            "' \"$CLI\" truth scratch");
        QVERIFY2(script.exitCode == 0, script.err);
        const QJsonObject expected = QJsonDocument::fromJson(script.out).object();
        QVERIFY(expected.size() >= 9);
        const CliRun run = sandbox.run({"evaluate", "truth", "--json", "--device", "cpu"});
        QVERIFY2(run.exitCode == 0, run.err);
        const QJsonObject mean = meanOf(run);
        for (const QString& key : expected.keys()) {
            const double wanted = expected[key].toDouble();
            const double got = mean[key].toDouble(-1e9);
            // Three digits of a figure, or of a dB where one near nothing is a difference.
            QVERIFY2(std::fabs(got - wanted) < 5e-4 * std::max(1.0, std::fabs(wanted)),
                     qPrintable(QString("%1: %2, by the script %3").arg(key).arg(got).arg(wanted)));
        }
    }

    void neverOverAPhoto()
    {
        CliSandbox sandbox;
        testing::writeSyntheticPhotos(sandbox.path("photos"), 3);
        QCOMPARE(sandbox.shell("cp \"$(ls photos/*/*.png | head -n 1)\" photos/contact-sheet.jpg")
                     .exitCode,
                 0);
        const QByteArray before = sandbox.read("photos/contact-sheet.jpg");
        const CliRun run = sandbox.run({"evaluate", "photos", "-o", "photos", "--device", "cpu"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("contact-sheet.jpg"), run.err);
        QCOMPARE(sandbox.read("photos/contact-sheet.jpg"), before);
    }

    void tableAndReport()
    {
        CliSandbox sandbox;
        testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
        sandbox.write("photos/broken.jpg", "no picture");
        const CliRun run = sandbox.run({"evaluate", "photos", "-o", "report", "--device", "cpu"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.contains("test-model"), run.out);
        QVERIFY2(run.out.contains("(left grey)"), run.out);
        QVERIFY2(run.err.contains("broken.jpg"), run.err);
        QVERIFY(sandbox.read("report/evaluation.html").contains("data:image/jpeg;base64,"));
        QVERIFY(sandbox.read("report/contact-sheet.jpg").startsWith("\xff\xd8"));
        const QJsonObject report =
            QJsonDocument::fromJson(sandbox.read("report/evaluation.json")).object();
        QCOMPARE(report["models"].toArray()[0].toObject()["count"].toInt(), 4);
        QCOMPARE(report["skipped"].toArray().size(), 1);
    }

    // What the report says of groups and differences follows from what it says of the photos.
    void comparesModels()
    {
        CliSandbox sandbox;
        testing::writeSyntheticPhotos(sandbox.path("photos"), 6);
        testing::writeSyntheticPhotos(sandbox.path("rest"), 2);
        const auto sepia = makeTestModel(sandbox.path().toStdString(), TestModel::Sepia).filename();
        const CliRun run = sandbox.run(
            {"evaluate", "photos", "--others", "rest", "-m", QString::fromStdString(sepia), "-m",
             "test-model", "--categories", "--progress", "-o", "report", "--device", "cpu"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.contains("field (others)"), run.out);
        int lines = 0;
        double reached = 0;
        for (const QByteArray& line : run.err.trimmed().split('\n')) {
            const QJsonObject said = QJsonDocument::fromJson(line).object();
            QVERIFY2(said["progress"].toDouble(-1) >= reached, line);
            reached = said["progress"].toDouble();
            ++lines;
        }
        QVERIFY(lines > 2 && reached > 0.5);

        const QJsonObject report =
            QJsonDocument::fromJson(sandbox.read("report/evaluation.json")).object();
        const QJsonArray models = report["models"].toArray();
        QCOMPARE(models.size(), 2);
        const auto meanGain = [&](int model, bool isOther, const QString& category) {
            double sum = 0;
            int count = 0;
            for (const QJsonValue& photo : models[model].toObject()["photos"].toArray())
                if (photo["isOther"].toBool() == isOther &&
                    (category.isEmpty() || photo["category"] == category)) {
                    sum += photo["abGain"].toDouble();
                    ++count;
                }
            return count > 0 ? sum / count : qQNaN();
        };
        const auto group = [&](int model, const QString& name) {
            for (const QJsonValue& each : models[model].toObject()["groups"].toArray())
                if (each["name"] == name)
                    return each["mean"]["abGain"].toDouble();
            return qQNaN();
        };
        for (int model : {0, 1}) {
            QVERIFY(qAbs(group(model, "these") - meanGain(model, false, {})) < 1e-9);
            QVERIFY(qAbs(group(model, "others") - meanGain(model, true, {})) < 1e-9);
            QVERIFY(qAbs(group(model, "house") - meanGain(model, false, "house")) < 1e-9);
            QVERIFY(qAbs(group(model, "field (others)") - meanGain(model, true, "field")) < 1e-9);
        }
        const QJsonObject comparison =
            QJsonDocument::fromJson(sandbox.read("report/comparison.json")).object();
        QCOMPARE(comparison["groups"], report["comparisons"].toArray()[0].toObject()["groups"]);
        const QJsonObject these = comparison["groups"].toArray()[1].toObject();
        QCOMPARE(these["group"].toString(), QString("these"));
        QCOMPARE(these["photos"].toInt(), 6);
        QVERIFY(qAbs(these["abGain"]["difference"].toDouble() -
                     (meanGain(1, false, {}) - meanGain(0, false, {}))) < 1e-9);
        QCOMPARE(comparison["sheet"].toArray().size(), 8);
        for (const QJsonValue& photo : comparison["sheet"].toArray())
            QVERIFY(sandbox.read("report/" + photo["picture"].toString()).startsWith("\xff\xd8"));
    }

    void bad_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");

        QTest::newRow("no such folder")
            << QStringList{"evaluate", "nowhere"} << 1 << QByteArray("nowhere");
        QTest::newRow("no photos") << QStringList{"evaluate", "empty"} << 1 << QByteArray("photo");
        QTest::newRow("nothing to judge by")
            << QStringList{"evaluate", "grey"} << 1 << QByteArray("without colour");
        QTest::newRow("no such model")
            << QStringList{"evaluate", "grey", "-m", "none"} << 1 << QByteArray("none");
        QTest::newRow("no folder named") << QStringList{"evaluate"} << 2 << QByteArray("TRUTH");
        QTest::newRow("no others")
            << QStringList{"evaluate", "grey", "--others", "nowhere"} << 1 << QByteArray("nowhere");
        QTest::newRow("told to a program") << QStringList{"evaluate", "nowhere", "--progress"} << 1
                                           << QByteArray("{\"error\":\"not-found\"");
        QTest::newRow("no temperature")
            << QStringList{"evaluate", "grey", "--temperature", "0"} << 2 << QByteArray("above 0");
    }

    void bad()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, said);
        CliSandbox sandbox;
        sandbox.write("empty/readme.txt", "no photo");
        QDir(sandbox.path()).mkdir("grey");
        cv::imwrite(sandbox.path("grey/grey.png").toStdString(),
                    cv::Mat(64, 64, CV_8UC3, {90, 90, 90}));
        const CliRun run = sandbox.run(arguments);
        QVERIFY2(run.exitCode == exitCode, run.err);
        QVERIFY2(run.err.contains(said), run.err);
        QVERIFY2(run.out.isEmpty(), run.out);
    }
};

QTEST_GUILESS_MAIN(TestCliEvaluate)
#include "test_evaluate.moc"
