#include "core/learn/run/training_run.h"
#include "tests/cli/cli_sandbox.h"
#include "tests/support/synthetic_photos.h"

#include <QtTest>

using namespace autochrome;

/// train --settings: a file with values of the recipe.
class TestCliTrainSettings : public QObject
{
    Q_OBJECT

    static CliRun train(CliSandbox& sandbox, const QStringList& more)
    {
        return sandbox.run(QStringList{"train", "--data", "photos", "--out", "run", "--threads",
                                       "1", "--workers", "1", "--settings", "recipe.json"} +
                           more);
    }
    static QByteArray small(const QByteArray& more, int steps = 1)
    {
        return "{\"steps\": " + QByteArray::number(steps) +
               ", \"batchSize\": 2, \"cropSize\": 32, \"lateBatchSize\": 2, "
               "\"lateCropSize\": 32, " +
               more + "}";
    }
    static TrainingSettings recorded(const CliSandbox& sandbox)
    {
        const auto run = readTrainingRun(sandbox.path("run").toStdString());
        return run ? run->settings : TrainingSettings();
    }

private Q_SLOTS:
    void takesValuesOfTheFile()
    {
        CliSandbox sandbox;
        testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
        sandbox.write("recipe.json", small("\"preset\": \"fine-tune\", \"weightDecay\": 0.125, "
                                           "\"keepBest\": false, \"patience\": 0, \"seed\": 3"));
        // Options on the command line stand over the file.
        const CliRun run = train(sandbox, {"--seed", "11", "--lambda", "0.5"});
        QVERIFY2(run.exitCode == 0, run.err);
        TrainingSettings expected = TrainingSettings::fineTune();
        expected.steps = 1;
        expected.batchSize = expected.lateBatchSize = 2;
        expected.cropSize = expected.lateCropSize = 32;
        expected.weightDecay = 0.125;
        expected.keepBest = false;
        expected.patience = 0;
        expected.seed = 11;
        expected.lambda = 0.5;
        QCOMPARE(recorded(sandbox).toJson(), expected.toJson());

        // Resuming, the file stands over what the run was given.
        sandbox.write("recipe.json", "{\"preset\": \"paper\", \"steps\": 2}");
        const CliRun rest =
            sandbox.run({"train", "--resume", "--out", "run", "--settings", "recipe.json"});
        QVERIFY2(rest.exitCode == 0, rest.err);
        expected.steps = 2;
        QCOMPARE(recorded(sandbox).toJson(), expected.toJson());
    }

    void thePresetOfTheCommandLineGoesFirst()
    {
        CliSandbox sandbox;
        testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
        sandbox.write("recipe.json", small("\"preset\": \"fine-tune\", \"minutes\": 0"));
        const CliRun run = train(sandbox, {"--preset", "paper"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(recorded(sandbox).preset, std::string("paper"));
        QCOMPARE(recorded(sandbox).encoderRate, TrainingSettings::paper().encoderRate);
    }

    void estimatesFromTheFile()
    {
        CliSandbox sandbox;
        testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
        sandbox.write("recipe.json", small("\"seed\": 4", 77));
        const CliRun run = train(sandbox, {"--estimate", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.objects().value(0)["steps"].toInt(), 77);
        QVERIFY(!sandbox.files().contains("run/run.json"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("unknown") << QByteArray("{\"batch\": 2}") << 2 << QByteArray("“batch”");
        QTest::newRow("out of range")
            << QByteArray("{\"emaDecay\": 1}") << 2 << QByteArray("“emaDecay” has to be from 0");
        QTest::newRow("of another kind")
            << QByteArray("{\"bf16\": \"yes\"}") << 2 << QByteArray("“bf16”");
        QTest::newRow("no JSON") << QByteArray("batch: 2") << 1 << QByteArray("JSON");
    }

    void refuses()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, sentence);
        CliSandbox sandbox;
        testing::writeSyntheticPhotos(sandbox.path("photos"), 2);
        sandbox.write("recipe.json", recipe);
        const CliRun run = train(sandbox, {});
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(run.err.contains(sentence), run.err);
        QVERIFY(!sandbox.files().contains("run/run.json"));
    }

    void refusesOptions_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* option, const char* value) {
            QTest::addRow("%s %s", option, value) << QString(option) << QString(value);
        };
        row("--batch", "0");
        row("--batch", "2.5");
        row("--crop", "100");
        row("--epochs", "0");
        row("--lambda", "2");
        row("--encoder-rate", "2");
        row("--precision", "half");
        row("--seed", "-1");
        row("--vividness", "much");
    }

    void refusesOptions()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        CliSandbox sandbox;
        const CliRun run =
            sandbox.run({"train", "--data", "photos", "--out", "run", option + '=' + value});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(option.toUtf8()), run.err);
        QVERIFY(sandbox.files().isEmpty());
    }

    void theFileHasToBeThere()
    {
        CliSandbox sandbox;
        const CliRun run = train(sandbox, {});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("recipe.json"), run.err);
    }
};

QTEST_GUILESS_MAIN(TestCliTrainSettings)
#include "test_train_settings.moc"
