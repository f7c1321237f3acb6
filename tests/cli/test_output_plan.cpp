#include "app/cli/output_plan.h"
#include "core/base/text.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::cli;

class TestOutputPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats()
    {
        QCOMPARE(formatOfName("JPEG"), FileFormat::Jpeg);
        QCOMPARE(formatOfName("tif"), FileFormat::Tiff);
        QVERIFY(!formatOfName("gif"));
        QVERIFY(!formatOfName(""));
        QCOMPARE(formatOfExtension("a/b.c.PNG"), FileFormat::Png);
        QVERIFY(!formatOfExtension("a.png/b"));
        QVERIFY(!formatOfExtension(".png"));
    }

    void namesInTheCurrentFolder()
    {
        auto plan = OutputPlan::make({}, {}, true);
        QVERIFY(plan);
        QCOMPARE(plan->targetOf("/scans/a.TIFF", FileFormat::Tiff).path.native(),
                 std::string("a_colour.TIFF"));
        QCOMPARE(plan->targetOf("b.jpg", FileFormat::Png).path.native(),
                 std::string("b_colour.png"));
        QCOMPARE(plan->targetOf("c", FileFormat::WebP).path.native(), std::string("c_colour.png"));
        QCOMPARE(plan->targetOf("d.1920.jpg", FileFormat::Jpeg).path.native(),
                 std::string("d.1920_colour.png"));
    }

    void formatWins()
    {
        auto plan = OutputPlan::make({}, "png", true);
        QVERIFY(plan);
        const Target target = plan->targetOf("a.jpg", FileFormat::Jpeg);
        QCOMPARE(target.path.native(), std::string("a_colour.png"));
        QCOMPARE(target.format, FileFormat::Png);
    }

    void sameNameTwice()
    {
        QTemporaryDir folder;
        auto plan = OutputPlan::make(folder.path().toStdString(), {}, true);
        QVERIFY(plan);
        QVERIFY(!plan->targetOf("x/a.jpg", FileFormat::Jpeg).taken);
        QVERIFY(!plan->targetOf("x/b.jpg", FileFormat::Jpeg).taken);
        QVERIFY(plan->targetOf("y/a.jpg", FileFormat::Jpeg).taken);
    }

    void makesAFolder()
    {
        QTemporaryDir folder;
        const std::string deep = folder.path().toStdString() + "/a/b/";
        auto plan = OutputPlan::make(deep, {}, true);
        QVERIFY(plan);
        QVERIFY(std::filesystem::is_directory(deep));
        QCOMPARE(plan->targetOf("x.jpg", FileFormat::Jpeg).path.native(), deep + "x_colour.png");
        const auto impossible = OutputPlan::make("/proc/a/b/", {}, true);
        QVERIFY(!impossible);
        QCOMPARE(impossible.error().code, ErrorCode::WriteFailed);
        QVERIFY(inWords(impossible.error().message).find("/proc/a/b/") != std::string::npos);
    }

    void makesAFolderForSeveral_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("several");
        QTest::addColumn<bool>("made");
        QTest::newRow("several") << "out" << true << true;
        QTest::newRow("in folders that are not there") << "a/b/c" << true << true;
        QTest::newRow("with a dot") << "roll.27" << true << true;
        QTest::newRow("the name of a photo") << "all.png" << true << false;
        QTest::newRow("a file that is there") << "file" << true << false;
        QTest::newRow("one photo") << "out" << false << false;
    }

    void makesAFolderForSeveral()
    {
        QFETCH(QString, name);
        QFETCH(bool, several);
        QFETCH(bool, made);
        QTemporaryDir folder;
        QFile file(folder.filePath("file"));
        QVERIFY(file.open(QFile::WriteOnly));
        const std::string output = folder.filePath(name).toStdString();
        auto plan = OutputPlan::make(output, {}, several);
        QCOMPARE(plan.has_value(), made);
        QCOMPARE(QFileInfo(folder.filePath(name)).isDir(), made);
        if (made)
            QCOMPARE(plan->targetOf("x.jpg", FileFormat::Jpeg).path.native(),
                     output + "/x_colour.png");
        else
            QCOMPARE(plan.error().code, ErrorCode::Usage);
    }

    void fileRules()
    {
        QVERIFY(OutputPlan::make("x.jpg", {}, false));
        QVERIFY(OutputPlan::make("x.jpg", "jpeg", false));
        QVERIFY(OutputPlan::make("x", "jpeg", false));
        for (const auto& wrong :
             {OutputPlan::make("x.jpg", {}, true), OutputPlan::make("x", {}, false),
              OutputPlan::make("x.jpg", "png", false), OutputPlan::make({}, "gif", false)}) {
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().code, ErrorCode::Usage);
        }
    }
};

QTEST_GUILESS_MAIN(TestOutputPlan)
#include "test_output_plan.moc"
