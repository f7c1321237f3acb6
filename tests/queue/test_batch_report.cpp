#include "core/base/sha256.h"
#include "core/queue/report/batch_report.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// RFC 4180, as a spreadsheet reads it.
QList<QStringList> readCsv(const QString& csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const QChar c = csv[i];
        if (quoted && c == u'"' && csv.mid(i + 1, 1) == "\"") {
            field += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && c == u',') {
            row << field;
            field.clear();
        } else if (!quoted && c == u'\n') {
            rows << (row << field);
            row.clear();
            field.clear();
        } else if (quoted || c != u'\r') {
            field += c;
        }
    }
    return rows;
}

} // namespace

class TestBatchReport : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    BatchReport report_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_.path().toStdString()) / name;
    }

private Q_SLOTS:
    void initTestCase()
    {
        report_.batch.id = 3;
        report_.batch.name = "Monday <\"box\">";
        Job done;
        done.id = 1;
        done.state = JobState::Done;
        done.source = at("scan, \"left\"\n.png");
        done.started = 1000;
        done.finished = 1795421702000; // 2026-11-23
        done.attempts = 1;
        done.outcome.result = at("out/100%.png");
        done.outcome.sourceSha256 = std::string(64, 'a');
        done.outcome.resultSha256 = std::string(64, 'b');
        done.outcome.model = "first-light";
        done.outcome.modelSha256 = std::string(64, 'c');
        done.outcome.recipe = "{\"strength\": 1}";
        done.outcome.warnings = {"a & b"};
        done.outcome.width = 20;
        done.outcome.height = 10;
        done.outcome.lightness = LightnessError{5.70125, 1.9, 0.3125};
        done.outcome.repair = {.share = 0.019531, .left = 12};
        done.outcome.seconds = {0.1, 0.2, 0.3};
        cv::imwrite(at("scan.png").native(), cv::Mat(10, 20, CV_8UC1, cv::Scalar(90)));
        fs::rename(at("scan.png"), done.source.path);
        fs::create_directory(at("out"));
        cv::imwrite(at("out/100%.png").native(), cv::Mat(10, 20, CV_8UC3, cv::Scalar(90, 80, 200)));
        Job failed;
        failed.id = 2;
        failed.state = JobState::Failed;
        failed.source = "/scans/\xff.tif";
        failed.finished = 1795421703000;
        failed.outcome.error = Error{ErrorCode::Corrupt, "It is <damaged>.", "inflate"};
        Job waiting;
        waiting.id = 4;
        waiting.source = "/scans/later.tif";
        report_.jobs = {done, failed, waiting};
    }

    void csv()
    {
        const QList<QStringList> rows = readCsv(QString::fromStdString(reportCsv(report_)));
        QCOMPARE(rows.size(), 4);
        for (const QStringList& row : rows)
            QCOMPARE(row.size(), rows[0].size());
        const auto field = [&](int row, const char* name) {
            return rows[row][rows[0].indexOf(name)];
        };
        QCOMPARE(field(1, "source"), QString::fromStdString(report_.jobs[0].source.path.native()));
        QCOMPARE(field(1, "finished"), "2026-11-23T08:15:02Z");
        QCOMPARE(field(1, "recipe"), "{\"strength\": 1}");
        QCOMPARE(field(1, "seconds_write"), "0.300");
        QCOMPARE(field(1, "luminance_error"), "5.7012");
        QCOMPARE(field(1, "luminance_error_p99_9"), "1.9000");
        QCOMPARE(field(1, "luminance_error_mean"), "0.3125");
        QCOMPARE(field(2, "luminance_error"), "");
        QCOMPARE(field(1, "filled_share"), "0.019531");
        QCOMPARE(field(1, "damage_left"), "12");
        QCOMPARE(field(2, "filled_share"), "");
        QCOMPARE(field(2, "state"), "failed");
        QCOMPARE(field(2, "error_code"), "corrupt");
        QCOMPARE(field(2, "error"), "It is <damaged>.");
        QCOMPARE(field(3, "finished"), "");
    }

    void premis()
    {
        QXmlStreamReader xml(QString::fromStdString(premisXml(report_)));
        QStringList top, objects, outcomes, agents, notes;
        int depth = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement()) {
                if (depth == 1)
                    top << xml.name().toString();
                QVERIFY(xml.namespaceUri() == u"http://www.loc.gov/premis/v3");
                ++depth;
                if (xml.name() == u"objectIdentifierValue" || xml.name() == u"eventOutcome" ||
                    xml.name() == u"agentName" || xml.name() == u"eventOutcomeDetailNote") {
                    QStringList& list = xml.name() == u"eventOutcome"             ? outcomes
                                        : xml.name() == u"agentName"              ? agents
                                        : xml.name() == u"eventOutcomeDetailNote" ? notes
                                                                                  : objects;
                    list << xml.readElementText();
                    --depth;
                }
            } else if (xml.isEndElement()) {
                --depth;
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        // What was not worked on yet is no event; the order is the schema's.
        QCOMPARE(top,
                 (QStringList{"object", "object", "object", "event", "event", "agent", "agent"}));
        QCOMPARE(objects.size(), 3);
        QCOMPARE(outcomes, (QStringList{"success", "failure"}));
        QCOMPARE(agents, (QStringList{"Autochrome", "Autochrome model first-light"}));
        QCOMPARE(notes.size(), 2);
        QVERIFY2(notes[0].contains("5.7012 at most"), qPrintable(notes[0]));
        QVERIFY(!notes[1].contains("at most"));
        QVERIFY2(notes[0].contains("filled in: 1.9531 %"), qPrintable(notes[0]));
        QVERIFY(!notes[1].contains("filled in"));
    }

    void manifest()
    {
        QCOMPARE(QString::fromStdString(bagManifest(report_, at(""))),
                 QString(64, u'b') + "  out/100%25.png\n");
        QVERIFY(!isBag(report_, at("")));
    }

    // RFC 8493: a manifest names what is below data/, and fetch.txt tells where that is to be had.
    void resultsThatLieElsewhere()
    {
        QVERIFY(isBag(report_, at("report")));
        QVERIFY(isBag(report_, at("ou"))); // no folder of "out"
        BatchReport report = report_;
        report.jobs[1].state = JobState::Done; // one that cannot be measured
        report.jobs[1].outcome.result = "/scans/\xff\n.png";
        report.jobs[1].outcome.resultSha256 = std::string(64, 'd');
        const QString out = QString::fromStdString(at("out/100").native());
        QCOMPARE(QString::fromStdString(bagManifest(report, at("report"))),
                 QString(64, u'b') + "  data" + out + "%25.png\n" + QString(64, u'd') +
                     "  data/scans/%25FF%250A.png\n");
        QCOMPARE(QString::fromStdString(bagFetch(report)),
                 "file://" + out + "%25.png " + QString::number(fs::file_size(at("out/100%.png"))) +
                     " data" + out +
                     "%25.png\nfile:///scans/%FF%0A.png - data/scans/%25FF%250A.png\n");
        QVERIFY(writeBatchReport(report_, at("bag")));
        QVERIFY(fs::exists(at("bag/bagit.txt")) && fs::exists(at("bag/fetch.txt")));
        // Not beside a manifest that is none of a bag's.
        std::ofstream(at("bagit.txt")) << "old";
        QVERIFY(writeBatchReport(report_, at("")));
        QVERIFY(!fs::exists(at("bagit.txt")) && !fs::exists(at("fetch.txt")));
    }

    void sha256sumChecksThem()
    {
        QProcess process;
        process.start("sha256sum", {"--version"});
        if (!process.waitForFinished())
            QSKIP("sha256sum is not there");
        BatchReport report = report_;
        report.jobs.clear();
        for (const char* name : {"plain.png", "with\nbreak.png", "back\\slash.png", "\xff.png"}) {
            std::ofstream(at(name)) << name;
            Job job;
            job.state = JobState::Done;
            job.outcome.result = at(name);
            job.outcome.resultSha256 = sha256OfFile(at(name)).value();
            report.jobs.push_back(job);
        }
        QVERIFY(writeBatchReport(report, at("sums")));
        const QString list = QString::fromStdString(at("sums/results.sha256").native());
        process.start("sha256sum", {"--check", "--strict", list});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
        QCOMPARE(process.readAllStandardOutput().count(": OK"), 4);
    }

    void nothingIsAFormula_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("field");
        for (const char* value :
             {"=1+1", "+x", "-x", "@x", "\tx", "\rx", "\nx", "'x", "＝x", "＋x"})
            QTest::newRow(value) << QString(value) << QString("'") + value;
        QTest::newRow("plain") << "x=1"
                               << "x=1";
        QTest::newRow("empty") << ""
                               << "";
    }

    // In no column whose text comes from outside.
    void nothingIsAFormula()
    {
        QFETCH(QString, value);
        QFETCH(QString, field);
        BatchReport report = report_;
        const std::string text = value.toStdString();
        Job& job = report.jobs[0];
        job.source = text;
        job.outcome.result = job.outcome.model = job.outcome.modelSha256 =
            job.outcome.sourceSha256 = job.outcome.resultSha256 = job.outcome.recipe = text;
        job.outcome.reason = text;
        job.outcome.warnings = {text};
        job.outcome.error = Error{ErrorCode::Corrupt, text, text};
        const QList<QStringList> rows = readCsv(QString::fromStdString(reportCsv(report)));
        for (const char* name :
             {"source", "result", "model", "model_sha256", "source_sha256", "result_sha256",
              "recipe", "reason", "warnings", "error", "error_detail"})
            QCOMPARE(rows[1][rows[0].indexOf(name)], field);
    }

    // Nobody finds a file by U+FFFD.
    void pathsThatAreNoUtf8()
    {
        const QList<QStringList> rows = readCsv(QString::fromStdString(reportCsv(report_)));
        QCOMPARE(rows[2][rows[0].indexOf("source")], "file:///scans/%FF.tif");
        const std::string xml = premisXml(report_);
        const auto has = [&](const char* part) { return xml.find(part) != std::string::npos; };
        QVERIFY(has("<objectIdentifierType>URI</objectIdentifierType>"));
        QVERIFY(has("<objectIdentifierValue>file:///scans/%FF.tif</objectIdentifierValue>"));
        QVERIFY(has("<originalName>%FF.tif</originalName>"));
        QVERIFY(has("<linkingObjectIdentifierValue>file:///scans/%FF.tif<"));
        QVERIFY(has("such byte stands as %XX"));
        const std::string html = reportHtml(report_, 0, Progress());
        QVERIFY(html.find("file:///scans/%FF.tif") != std::string::npos);
        QVERIFY(html.find("is written as %XX") != std::string::npos);
        BatchReport plain = report_;
        plain.jobs.erase(plain.jobs.begin() + 1);
        QVERIFY(reportHtml(plain, 0, Progress()).find("%XX") == std::string::npos);
    }

    void html()
    {
        const QString html = QString::fromStdString(reportHtml(report_, 10, Progress()));
        QVERIFY(html.contains("Monday &lt;&quot;box&quot;&gt;"));
        QVERIFY(html.contains("It is &lt;damaged&gt;."));
        QVERIFY(html.contains("a &amp; b"));
        QCOMPARE(html.count("L* kept within 5.701"), 1);
        QVERIFY(html.indexOf("damaged") < html.indexOf("scan, ")); // failures first
        QCOMPARE(html.count("data:image/jpeg;base64,"), 2);
        QVERIFY(!html.contains("http")); // nothing beside it
        QCOMPARE(QString::fromStdString(reportHtml(report_, 0, Progress())).count("data:image"), 0);
    }

    void writes()
    {
        QVERIFY(writeBatchReport(report_, at("report/deep")));
        QCOMPARE(std::distance(fs::directory_iterator(at("report/deep")), {}), 7);
        QVERIFY(writeBatchReport(report_, at("report/deep"))); // once more
        QCOMPARE(std::distance(fs::directory_iterator(at("report/deep")), {}), 7);
        const auto refused = writeBatchReport(report_, "/proc/nothing");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WriteFailed);
        Progress stopped;
        stopped.cancel();
        QCOMPARE(writeBatchReport(report_, at("none"), stopped).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestBatchReport)
#include "test_batch_report.moc"
