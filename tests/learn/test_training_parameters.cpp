#include "core/learn/loop/training_parameters.h"

#include "core/learn/loop/settings_check.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <limits>
#include <set>

using namespace autochrome;

/// The table of a training's settings: what its JSON, checks and options are made of.
class TestTrainingParameters : public QObject
{
    Q_OBJECT

    static const TrainingParameter& row(const char* key)
    {
        return *findParameter(trainingParameters(), key);
    }

private Q_SLOTS:
    void namesAreUnique()
    {
        std::set<std::string> keys, options;
        for (const TrainingParameter& row : trainingParameters()) {
            QVERIFY2(keys.insert(row.key).second, row.key);
            if (!row.longOption().empty())
                QVERIFY2(options.insert(row.longOption()).second, row.key);
        }
        QVERIFY(options.size() >= 20);
    }

    // A setting without a row would not survive a checkpoint.
    void changesOneSettingEach_data()
    {
        QTest::addColumn<QString>("key");
        for (const TrainingParameter& row : trainingParameters())
            QTest::newRow(row.key) << QString(row.key);
    }

    void changesOneSettingEach()
    {
        QFETCH(QString, key);
        const TrainingParameter& row = this->row(key.toLatin1());
        TrainingSettings settings;
        switch (row.kind) {
        case ParameterKind::Switch:
            row.set(settings, !std::get<bool>(row.usual()));
            break;
        case ParameterKind::Text:
            row.set(settings, std::string("autochrome-plain_cnn-noskip"));
            break;
        default:
            row.set(settings, row.range.isAny64 ? ParameterValue(std::int64_t(-1))
                              : row.kind == ParameterKind::Whole
                                  ? ParameterValue(std::int64_t(row.range.most))
                                  : ParameterValue(row.range.most));
        }
        QVERIFY(!row.isUsual(settings));
        const auto read = TrainingSettings::fromJson(settings.toJson());
        QVERIFY(read.has_value());
        QVERIFY(row.of(*read) == row.of(settings));
        for (const TrainingParameter& other : trainingParameters())
            QCOMPARE(other.isUsual(*read), &other != &row);
        const auto again = row.fromText(row.toText(row.of(settings)));
        QVERIFY(again && *again == row.of(settings));
    }

    void seedsHave64Bits()
    {
        TrainingSettings settings;
        settings.seed = std::numeric_limits<std::uint64_t>::max();
        QVERIFY(QByteArray::fromStdString(settings.toJson()).contains("18446744073709551615"));
        QCOMPARE(row("seed").toText(row("seed").of(settings)), "18446744073709551615");
        QVERIFY(!row("seed").fromText("-1"));
        QVERIFY(!row("seed").fromText("18446744073709551616"));
    }

    void switchesMayHaveNames()
    {
        QCOMPARE(row("bf16").toText(true), "mixed");
        QVERIFY(row("bf16").fromText("fp32") == ParameterValue(false));
        QVERIFY(!row("bf16").fromText("true"));
        QCOMPARE(row("bf16").demand(), "one of fp32, mixed");
    }

    // A checkpoint of another edition is read, though no such training could be begun today.
    void readsWhatWasOnceAllowed()
    {
        const auto read = TrainingSettings::fromJson(R"({"emaDecay": 1, "batchSize": 5000})");
        QVERIFY(read.has_value());
        QCOMPARE(read->emaDecay, 1.0);
        QCOMPARE(read->batchSize, 5000);
        QVERIFY(!checkSettings(*read));
    }
};

QTEST_GUILESS_MAIN(TestTrainingParameters)
#include "test_training_parameters.moc"
