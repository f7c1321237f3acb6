#include "core/base/text.h"
#include "core/queue/batch_settings.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace autochrome;
using Json = nlohmann::json;

/// The settings of a batch as the journal holds them.
class TestBatchSettings : public QObject
{
    Q_OBJECT

    static Json written()
    {
        BatchSettings settings;
        settings.frame.crop = FrameOrder::cropOfText("10%,0,80%,600");
        settings.frame.straighten = -45;
        return Json::parse(settings.toJson());
    }

private Q_SLOTS:
    void comeBackAsTheyWere()
    {
        const auto read = BatchSettings::fromJson(written().dump());
        QVERIFY(read);
        QCOMPARE(Json::parse(read->toJson()), written());
        QCOMPARE(read->frame.straighten.value(), -45.0);
    }

    void refusesWhatNobodyCanMean_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("turned too far") << QByteArray("straighten") << QByteArray("45.01");
        QTest::newRow("the other way") << QByteArray("straighten") << QByteArray("-90");
        QTest::newRow("endlessly") << QByteArray("straighten") << QByteArray("1e308");
        QTest::newRow("words") << QByteArray("straighten") << QByteArray("\"a little\"");
        QTest::newRow("no width") << QByteArray("crop") << QByteArray("\"0,0,0,10\"");
        QTest::newRow("a crop of three") << QByteArray("crop") << QByteArray("\"0,0,10\"");
        QTest::newRow("more than the photo") << QByteArray("crop") << QByteArray("\"0,0,101%,9\"");
        QTest::newRow("numbers") << QByteArray("crop") << QByteArray("[0, 0, 10, 10]");
        QTest::newRow("no quality") << QByteArray("quality") << QByteArray("0");
        QTest::newRow("too much of it") << QByteArray("quality") << QByteArray("101");
        QTest::newRow("no list") << QByteArray("named") << QByteArray("\"tone.levels\"");
    }

    void refusesWhatNobodyCanMean()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        Json json = written();
        json[field.toStdString()] = Json::parse(value.toStdString());
        const auto read = BatchSettings::fromJson(json.dump());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Usage);
        QVERIFY(!inWords(read.error().message).empty());
    }

    void refusesToneAndRepairOutOfRange()
    {
        for (const auto& [stage, key, value] :
             {std::tuple("tone", "exposure", Json(9)), std::tuple("tone", "curve", Json("0,0")),
              std::tuple("tone", "levels", Json("some")), std::tuple("repair", "widest", Json(-1)),
              std::tuple("repair", "mask", Json(4))}) {
            Json json = written();
            json["recipe"][stage][key] = value;
            const auto read = BatchSettings::fromJson(json.dump());
            QVERIFY2(!read, key);
            QVERIFY(!inWords(read.error().message).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestBatchSettings)
#include "test_batch_settings.moc"
