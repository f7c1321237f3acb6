#include "core/batch/report/batch_report.h"

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
        done.outcome.seconds = {0.1, 0.2, 0.3};
        cv::imwrite(at("scan.png").native(), cv::Mat(10, 20, CV_8UC1, cv::Scalar(90)));
        fs::rename(at("scan.png"), done.source);
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
        QCOMPARE(field(1, "source"), QString::fromStdString(report_.jobs[0].source.native()));
        QCOMPARE(field(1, "finished"), "2026-11-23T08:15:02Z");
        QCOMPARE(field(1, "recipe"), "{\"strength\": 1}");
        QCOMPARE(field(1, "seconds_write"), "0.300");
        QCOMPARE(field(1, "luminance_error"), "5.7012");
        QCOMPARE(field(1, "luminance_error_p99_9"), "1.9000");
        QCOMPARE(field(1, "luminance_error_mean"), "0.3125");
        QCOMPARE(field(2, "luminance_error"), "");
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
    }

    void manifest()
    {
        QCOMPARE(QString::fromStdString(bagManifest(report_, at(""))),
                 QString(64, u'b') + "  out/100%25.png\n");
        QVERIFY(bagManifest(report_, "/elsewhere").find(at("out").native()) != std::string::npos);
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
        QCOMPARE(std::distance(fs::directory_iterator(at("report/deep")), {}), 4);
        QVERIFY(writeBatchReport(report_, at("report/deep"))); // once more
        QCOMPARE(std::distance(fs::directory_iterator(at("report/deep")), {}), 4);
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
