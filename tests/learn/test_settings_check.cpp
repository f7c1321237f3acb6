#include "core/base/text.h"
#include "core/learn/loop/settings_check.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using namespace autochrome;

/// Settings that a person wrote: what is taken, what is refused, and how.
class TestSettingsCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreGood()
    {
        for (const char* name : {"house", "paper", "fine-tune"}) {
            const auto preset = TrainingSettings::ofPreset(name);
            QVERIFY2(preset.has_value(), name);
            QCOMPARE(preset->preset, std::string(name));
            QVERIFY2(checkSettings(*preset).has_value(), name);
        }
        QVERIFY(!TrainingSettings::ofPreset("mine").has_value());
        QVERIFY(!TrainingSettings::ofPreset("").has_value());
    }

    void everyNumberHasARange()
    {
        const auto house = TrainingSettings::house();
        const QJsonObject values =
            QJsonDocument::fromJson(QByteArray::fromStdString(house.toJson())).object();
        QVERIFY(values.size() > 30);
        for (auto value = values.begin(); value != values.end(); ++value) {
            const SettingRange* range = settingRange(value.key().toStdString());
            const bool isNumber = value->isDouble() && value.key() != "seed";
            QVERIFY2((range != nullptr) == isNumber, qPrintable(value.key()));
            if (!range)
                continue;
            for (const double wrong : {range->least - 1, range->most * 2 + 1}) {
                QJsonObject one{{value.key(), wrong}};
                const auto read =
                    settingsFromText(QJsonDocument(one).toJson().toStdString(), house);
                QVERIFY2(!read, qPrintable(value.key()));
                QCOMPARE(read.error().code, ErrorCode::Usage);
                QVERIFY2(
                    QString::fromStdString(inWords(read.error().message)).contains(value.key()),
                    inWords(read.error().message).c_str());
            }
        }
    }

    void whatIsAbsentIsThePresets()
    {
        auto read = settingsFromText(R"({"preset": "fine-tune", "minutes": 15})", {});
        QVERIFY(read.has_value());
        TrainingSettings expected = TrainingSettings::fineTune();
        expected.minutes = 15;
        QCOMPARE(read->toJson(), expected.toJson());

        QCOMPARE(settingsFromText("{}", {})->toJson(), TrainingSettings::house().toJson());
        // A preset that was asked for elsewhere goes before the one that the file names.
        read = settingsFromText(R"({"preset": "fine-tune", "patience": 2})",
                                TrainingSettings::paper());
        expected = TrainingSettings::paper();
        expected.patience = 2;
        QCOMPARE(read->toJson(), expected.toJson());
    }

    void allOfThemComeBack()
    {
        TrainingSettings settings = TrainingSettings::fineTune();
        settings.seed = std::numeric_limits<std::uint64_t>::max();
        settings.encoderRate = 1.23456789e-7;
        settings.architecture = "autochrome-plain_cnn-noskip";
        settings.bf16 = false;
        const auto read = settingsFromText(settings.toJson(), {});
        QVERIFY_RESULT(read);
        QCOMPARE(read->toJson(), settings.toJson());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char* name, const char* json, const char* sentence,
                            ErrorCode code = ErrorCode::Usage) {
            QTest::newRow(name) << QByteArray(json) << int(code) << QByteArray(sentence);
        };
        row("no JSON", "{", "JSON", ErrorCode::Corrupt);
        row("nothing", "", "JSON", ErrorCode::Corrupt);
        row("a list", "[1, 2]", "JSON", ErrorCode::Corrupt);
        row("unknown key", R"({"batchsize": 4})", "“batchsize”");
        row("unknown preset", R"({"preset": "best"})", "“preset”");
        row("preset of no text", R"({"preset": 7})", "“preset”");
        row("unknown network", R"({"architecture": "resnet"})", "“resnet”");
        row("no text", R"({"architecture": 3})", "“architecture”");
        row("text for a number", R"({"lambda": "0.5"})", "“lambda”");
        row("blocks never used", R"({"stochasticDepth": 1})", "“stochasticDepth”");
        row("true for a number", R"({"batchSize": true})", "“batchSize”");
        row("half a photo", R"({"batchSize": 2.5})", "“batchSize”");
        row("too many photos", R"({"batchSize": 4294967304})", "“batchSize”");
        row("a number for a switch", R"({"keepBest": 1})", "“keepBest”");
        row("negative seed", R"({"seed": -1})", "“seed”");
        row("null", R"({"cropSize": null})", "“cropSize”");
        row("crop of no multiple", R"({"cropSize": 100})", "multiple of 32");
        row("endless", R"({"encoderRate": 1e400})", "JSON", ErrorCode::Corrupt);
        row("no length", R"({"epochs": 0})", "length");
        row("no loss", R"({"regressionWeight": 0, "crossEntropyWeight": 0})", "losses");
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        QFETCH(QByteArray, sentence);
        const auto read = settingsFromText(json.toStdString(), {});
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QVERIFY2(QByteArray::fromStdString(inWords(read.error().message)).contains(sentence),
                 inWords(read.error().message).c_str());
    }

    void numbersThatAreNone()
    {
        TrainingSettings settings;
        settings.decoderRate = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!checkSettings(settings));
        settings.decoderRate = std::numeric_limits<double>::infinity();
        QVERIFY(!checkSettings(settings));
    }

    void readsFiles()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("recipe.json").toStdString();
        QCOMPARE(settingsFromFile(path, {}).error().code, ErrorCode::NotFound);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"seed": 5})");
        file.close();
        QCOMPARE(settingsFromFile(path, {})->seed, std::uint64_t(5));
    }
};

QTEST_GUILESS_MAIN(TestSettingsCheck)
#include "test_settings_check.moc"
