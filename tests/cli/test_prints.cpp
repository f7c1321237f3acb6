#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"
#include "tests/prints/made_scan.h"

#include <QJsonArray>
#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

const Frame leftPrint = Frame::ofRectangle({60, 120, 330, 420}, -4);
const Frame rightPrint = Frame::ofRectangle({480, 150, 420, 330}, 7);

QByteArray scanOf(const std::vector<Frame>& frames)
{
    MadeScan scan({960, 640}, {246, 247, 244}, 3);
    for (const Frame& frame : frames)
        scan.layPicture(frame);
    return encoded(scan.pixels(), ".png");
}

QByteArray wholePhoto()
{
    cv::Mat photo;
    MadeScan scan({960, 640}, {0, 0, 0}, 3);
    scan.picture({960, 640}).convertTo(photo, CV_8U);
    return encoded(photo, ".png");
}

} // namespace

/// `prints`, `--crop print`, `--deskew` and `--split-prints`.
class TestCliPrints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsInJson()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", scanOf({leftPrint, rightPrint}));
        sandbox.write("b.png", "nothing");
        sandbox.write("c.png", wholePhoto());
        const CliRun run = sandbox.run({"prints", "--json", "gone.png", "a.png", "b.png", "c.png"});
        QCOMPARE(run.exitCode, 1);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 4);
        QCOMPARE(objects[0]["error"]["code"].toString(), "not-found");
        QCOMPARE(objects[2]["error"]["code"].toString(), "unsupported-format");
        QVERIFY2(run.err.contains("gone.png") && run.err.contains("b.png"), run.err);
        QVERIFY(objects[3]["error"].isNull() && objects[3]["prints"].toArray().isEmpty());
        const QJsonArray prints = objects[1]["prints"].toArray();
        QCOMPARE(prints.size(), 2);
        QCOMPARE(objects[1]["width"].toInt(), 960);
        const std::array expected{leftPrint, rightPrint};
        for (int i = 0; i < 2; ++i) {
            const QJsonObject print = prints[i].toObject();
            QCOMPARE(print["kind"].toString(), "loose");
            QVERIFY(print["certainty"].toDouble() > 0.7);
            const Frame& frame = expected[std::size_t(i)];
            QVERIFY(std::abs(print["angle"].toDouble() - frame.degrees()) < 0.15);
            const QJsonArray corners = print["corners"].toArray();
            QCOMPARE(corners.size(), 4);
            for (int c = 0; c < 4; ++c) {
                const cv::Point2d at(corners[c][0].toDouble(), corners[c][1].toDouble());
                QVERIFY(cv::norm(at - frame.corners[std::size_t(c)]) < 3);
            }
        }
        QCOMPARE(sandbox.files(), (QStringList{"a.png", "b.png", "c.png"})); // nothing is written
    }

    void tellsInWords()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", scanOf({leftPrint, rightPrint}));
        sandbox.write("c.png", wholePhoto());
        const CliRun run = sandbox.run({"prints", "a.png", "c.png"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.contains("  2  loose, "), run.out);
        QVERIFY2(run.out.contains("no print's edge"), run.out);
    }

    void splits()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", scanOf({leftPrint, rightPrint}));
        const CliRun run = sandbox.run({"restore", "a.png", "--split-prints", "--keep-tint"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.files(), (QStringList{"a-1_restored.png", "a-2_restored.png", "a.png"}));
        const cv::Mat first = decoded(sandbox.read("a-1_restored.png"));
        const cv::Mat second = decoded(sandbox.read("a-2_restored.png"));
        QVERIFY(std::abs(first.cols - 330) < 4 && std::abs(first.rows - 420) < 4);
        QVERIFY(std::abs(second.cols - 420) < 4 && std::abs(second.rows - 330) < 4);
    }

    // What was filled in is told for each of them.
    void writesAMaskForEach()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", scanOf({leftPrint, rightPrint}));
        cv::Mat damage(640, 960, CV_8U, cv::Scalar(0));
        for (const Frame& frame : {leftPrint, rightPrint})
            cv::circle(damage, frame.centre(), 4, cv::Scalar(255), cv::FILLED);
        sandbox.write("damage.png", encoded(damage, ".png"));
        const CliRun run = sandbox.run({"restore", "a.png", "--split-prints", "--mask",
                                        "damage.png", "--write-mask", "masks"});
        QVERIFY2(run.exitCode == 0, run.err);
        const Frame prints[] = {leftPrint, rightPrint};
        for (int i = 0; i < 2; ++i) {
            const cv::Mat filled = decoded(sandbox.read(QString("masks/a-%1_mask.png").arg(i + 1)));
            QCOMPARE(filled.size(), damage.size());
            cv::Mat one;
            cv::extractChannel(filled, one, 0);
            const cv::Rect box = cv::boundingRect(one);
            QVERIFY(box.width < 20 && box.contains(cv::Point(prints[i].centre())));
        }
    }

    void namedFileGetsNumbers()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", scanOf({leftPrint, rightPrint}));
        const CliRun run = sandbox.run({"restore", "a.png", "--split-prints", "-o", "x.png"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.files(), (QStringList{"a.png", "x-1.png", "x-2.png"}));
    }

    // Unsure, the photo stays whole, and that is said.
    void staysWhole_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("split") << QStringList{"--split-prints"};
        QTest::newRow("crop") << QStringList{"--crop", "print"};
        QTest::newRow("deskew") << QStringList{"--deskew"};
    }
    void staysWhole()
    {
        QFETCH(QStringList, options);
        CliSandbox sandbox;
        sandbox.write("c.png", wholePhoto());
        const CliRun run = sandbox.run(QStringList{"restore", "c.png"} + options);
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.err.contains("warning") && run.err.contains("c.png"), run.err);
        QCOMPARE(decoded(sandbox.read("c_restored.png")).size(), cv::Size(960, 640));
    }

    void cropsAndDeskews()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", scanOf({rightPrint}));
        CliRun run = sandbox.run({"restore", "a.png", "--crop", "print", "-o", "crop.png"});
        QVERIFY2(run.exitCode == 0 && !run.err.contains("warning"), run.err);
        const cv::Mat cropped = decoded(sandbox.read("crop.png"));
        QVERIFY(std::abs(cropped.cols - 420) < 4 && std::abs(cropped.rows - 330) < 4);
        run = sandbox.run({"restore", "a.png", "--deskew", "-o", "level.png"});
        QVERIFY2(run.exitCode == 0 && !run.err.contains("warning"), run.err);
        const cv::Mat level = decoded(sandbox.read("level.png"));
        QVERIFY(level.cols < 960 && level.cols > 800);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("a crop of words") << QStringList{"--crop", "prints"};
        QTest::newRow("straightened twice") << QStringList{"--deskew", "--straighten", "2"};
        QTest::newRow("split and cropped") << QStringList{"--split-prints", "--crop", "print"};
    }
    void refuses()
    {
        QFETCH(QStringList, options);
        CliSandbox sandbox;
        sandbox.write("a.png", scanOf({leftPrint}));
        const CliRun run = sandbox.run(QStringList{"restore", "a.png"} + options);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(sandbox.files(), QStringList{"a.png"});
    }
};

QTEST_GUILESS_MAIN(TestCliPrints)
#include "test_prints.moc"
