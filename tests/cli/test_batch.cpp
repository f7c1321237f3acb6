#include "core/base/sha256.h"
#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QDir>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>
#include <csignal>

using namespace autochrome;

namespace {

QString hashOf(const QString& path)
{
    const auto hash = sha256OfFile(path.toStdString());
    return hash ? QString::fromStdString(*hash) : QString();
}

} // namespace

/// `batch` as a person has it: filled, run, steered, killed and gone on with.
class TestCliBatch : public QObject
{
    Q_OBJECT

    static void fill(const CliSandbox& sandbox, int photos, int every = 0)
    {
        for (int i = 0; i < photos; ++i) {
            const QString name = QString("in/%1/%2.png").arg(i % 3).arg(i, 3, 10, QChar(u'0'));
            if (every > 0 && i % every == every - 1)
                sandbox.write(name, QByteArray("broken"));
            else
                sandbox.write(name, photo(i));
        }
    }

    // No two are the same.
    static QByteArray photo(int number)
    {
        cv::Mat scene = greyScene(72, 64);
        scene.at<uchar>(0, number % 72) ^= uchar(1 + number / 72);
        return encoded(scene, ".png");
    }

    static QStringList add(const QStringList& more = {})
    {
        return QStringList{"batch", "add", "in", "-o", "out", "--mirror", "--size", "128"} + more;
    }

    static QJsonObject counts(CliSandbox& sandbox)
    {
        const QList<QJsonObject> batches = sandbox.run({"batch", "status", "--json"}).objects();
        return batches.isEmpty() ? QJsonObject() : batches[0]["counts"].toObject();
    }

private Q_SLOTS:
    void fiveInAHundredAreBroken()
    {
        CliSandbox sandbox;
        fill(sandbox, 60, 20);
        QCOMPARE(sandbox.run(add()).out, QByteArray("batch 1: 60 photos\n"));
        const CliRun run = sandbox.run({"batch", "run", "--device", "cpu"});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.lines().size(), 57);
        QVERIFY2(run.err.contains("57 done, 0 skipped, 3 failed, 0 cancelled."), run.err);
        for (const QString& path : run.lines())
            QVERIFY2(QFile::exists(path), qPrintable(path));
        QVERIFY(QFile::exists(sandbox.path("out/in/0/000_colour.png")));
        const CliRun broken = sandbox.run({"batch", "status", "--state", "failed", "--json"});
        int named = 0;
        for (const QJsonObject& job : broken.objects())
            if (job.contains("error")) {
                ++named;
                QCOMPARE(job["error"]["code"].toString(), "unsupported-format");
            }
        QCOMPARE(named, 3);
        const CliRun report = sandbox.run({"batch", "report", "1", "-o", "report"});
        QVERIFY2(report.exitCode == 0, report.err);
        QCOMPARE(sandbox.read("report/report.csv").count('\n'), 61);
        QCOMPARE(sandbox.read("report/manifest-sha256.txt").count('\n'), 57);
        QVERIFY(sandbox.read("report/report.html").contains("data:image/jpeg"));
        QVERIFY(sandbox.read("report/premis.xml").contains("http://www.loc.gov/premis/v3"));
        // A second run has nothing to do; retried photos fail again.
        QCOMPARE(sandbox.run({"batch", "run"}).exitCode, 0);
        QCOMPARE(sandbox.run({"batch", "retry"}).out, QByteArray("3\n"));
        sandbox.write("in/1/019.png", encoded(greyScene(40, 40), ".png"));
        QCOMPARE(sandbox.run({"batch", "run", "--device", "cpu"}).exitCode, 1);
        QCOMPARE(counts(sandbox)["done"].toInt(), 58);
        QCOMPARE(sandbox.run({"batch", "clear"}).out, QByteArray("1\n"));
        QVERIFY(counts(sandbox).isEmpty());
    }

    // SIGKILL at random moments: every photo done once, every result whole, sources untouched.
    void killedRunsLoseNothing()
    {
#ifdef __SANITIZE_ADDRESS__
        constexpr int kills = 3;
#else
        constexpr int kills = 10;
#endif
        constexpr int photos = 80;
        CliSandbox sandbox;
        fill(sandbox, photos);
        QMap<QString, QString> sources;
        for (const QString& name : sandbox.files())
            sources[name] = hashOf(sandbox.path(name));
        QCOMPARE(sandbox.run(add()).exitCode, 0);
        QRandomGenerator random(4);
        int killed = 0;
        while (killed < kills) {
            const auto process = sandbox.start({"batch", "run", "--device", "cpu"});
            QTest::qWait(200 + int(random.bounded(500)));
            if (!CliSandbox::send(*process, SIGKILL))
                break; // it was faster
            process->waitForFinished();
            ++killed;
        }
        QVERIFY2(killed >= 3, qPrintable(QString("killed %1 times").arg(killed)));
        const CliRun rest = sandbox.run({"batch", "run", "--device", "cpu"});
        QVERIFY2(rest.exitCode == 0, rest.err);
        QCOMPARE(counts(sandbox)["done"].toInt(), photos);

        const CliRun status = sandbox.run({"batch", "status", "--state", "done", "--json"});
        int whole = 0;
        for (const QJsonObject& job : status.objects())
            if (job.contains("result")) {
                QCOMPARE(hashOf(job["result"].toString()), job["resultSha256"].toString());
                QCOMPARE(hashOf(job["source"].toString()), job["sourceSha256"].toString());
                ++whole;
            }
        QCOMPARE(whole, photos);
        QStringList results;
        for (const QString& name : sandbox.files()) {
            if (name.startsWith("out/"))
                results << name;
            else if (sources.contains(name))
                QCOMPARE(hashOf(sandbox.path(name)), sources[name]);
        }
        QVERIFY2(results.size() == photos, qPrintable(results.join(u'\n')));
    }

    // One process at a time works; others may add, look and steer.
    void besideARunningOne()
    {
        CliSandbox sandbox;
        fill(sandbox, 250);
        QCOMPARE(sandbox.run(add()).exitCode, 0);
        const auto process = sandbox.start({"batch", "run", "--device", "cpu"});
        QTRY_VERIFY_WITH_TIMEOUT(
            sandbox.run({"batch", "status"}).out.contains("is being worked on"), 20000);
        const CliRun second = sandbox.run({"batch", "run"});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains("autochrome-cli"), second.err);
        QCOMPARE(sandbox.run({"batch", "pause"}).exitCode, 0);
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(process->exitCode(), 0);
        const int done = counts(sandbox)["done"].toInt();
        QVERIFY2(done < 250, qPrintable(QString::number(done)));
        QCOMPARE(counts(sandbox)["waiting"].toInt(), 250 - done);
        QCOMPARE(sandbox.run({"batch", "cancel", "--job", "250"}).out, QByteArray("1\n"));
        QCOMPARE(sandbox.run({"batch", "resume"}).exitCode, 0);
        QCOMPARE(sandbox.run({"batch", "run", "--device", "cpu"}).exitCode, 0);
        QCOMPARE(counts(sandbox)["done"].toInt(), 249);
    }

    void interrupted()
    {
        CliSandbox sandbox;
        fill(sandbox, 60);
        QCOMPARE(sandbox.run(add()).exitCode, 0);
        const auto process = sandbox.start({"batch", "run", "--device", "cpu"});
        QVERIFY(process->waitForReadyRead(60000));
        QVERIFY(CliSandbox::send(*process, SIGINT));
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(process->exitCode(), 130);
        QCOMPARE(counts(sandbox)["running"].toInt(), 0);
        QVERIFY(counts(sandbox)["waiting"].toInt() > 0);
        for (const QString& name : sandbox.files())
            QVERIFY2(!name.contains(".part"), qPrintable(name));
    }

    // A folder that is empty at first, then filled while a run watches it.
    void watchesAFolder()
    {
        CliSandbox sandbox;
        QVERIFY(QDir(sandbox.path()).mkdir("in"));
        QCOMPARE(sandbox.run(add({"--watch", "--priority", "2"})).out,
                 QByteArray("batch 1: 0 photos\n"));
        const auto process = sandbox.start(
            {"batch", "run", "--watch", "--every", "0.3", "--device", "cpu", "--json"});
        sandbox.write("in/deep/0.png", photo(0));
        const QString hash = hashOf(sandbox.path("in/deep/0.png"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sandbox.path("out/in/deep/0_colour.png")), 60000);
        // The queue is empty again, and the run still there. A file that grows is left alone.
        const QByteArray second = photo(1);
        sandbox.write("in/1.png", second.first(second.size() / 2));
        QTest::qWait(100);
        sandbox.write("in/1.png", second);
        QTRY_VERIFY_WITH_TIMEOUT(counts(sandbox)["done"].toInt() == 2, 60000);
        QVERIFY(QFile::exists(sandbox.path("out/in/1_colour.png")));
        QCOMPARE(process->state(), QProcess::Running);
        const CliRun status = sandbox.run({"batch", "status"});
        QVERIFY2(status.out.contains("watching " + sandbox.path("in").toUtf8() + "  priority 2"),
                 status.out);
        const QJsonObject batch = sandbox.run({"batch", "status", "--json"}).objects().value(0);
        QCOMPARE(batch["watched"].toString(), sandbox.path("in"));
        QCOMPARE(batch["priority"].toInt(), 2);
        QVERIFY(CliSandbox::send(*process, SIGINT));
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(process->exitCode(), 130);
        const QByteArray errors = process->readAllStandardError();
        QVERIFY2(errors.contains("2 done, 0 skipped, 0 failed, 0 cancelled."), errors);
        QCOMPARE(hashOf(sandbox.path("in/deep/0.png")), hash);
        QCOMPARE(sandbox.read("in/1.png"), second);
        QCOMPARE(sandbox.files().size(), 4);
    }

    // Results beside the photos, of a batch that takes photos of this program again, are not
    // coloured over and over.
    void watchesWhereItsResultsAre()
    {
        CliSandbox sandbox;
        sandbox.write("in/0.png", photo(0));
        QCOMPARE(
            sandbox.run({"batch", "add", "in", "--watch", "--again", "--coloured", "--size", "128"})
                .out,
            QByteArray("batch 1: 1 photo\n"));
        const auto process =
            sandbox.start({"batch", "run", "--watch", "--every", "0.1", "--device", "cpu"});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sandbox.path("in/0_colour.png")), 60000);
        // A folder that is gone for a while is told of once.
        QVERIFY(QDir(sandbox.path()).rename("in", "gone"));
        QTest::qWait(1000);
        QVERIFY(QDir(sandbox.path()).rename("gone", "in"));
        sandbox.write("in/1.png", photo(1));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sandbox.path("in/1_colour.png")), 60000);
        QTest::qWait(1000);
        QVERIFY(CliSandbox::send(*process, SIGINT));
        QVERIFY(process->waitForFinished(60000));
        QCOMPARE(process->exitCode(), 130);
        const QByteArray errors = process->readAllStandardError();
        QVERIFY2(errors.count("cannot be found") == 1, errors);
        QCOMPARE(sandbox.files(),
                 (QStringList{"in/0.png", "in/0_colour.png", "in/1.png", "in/1_colour.png"}));
    }

    void changesTheOrder()
    {
        CliSandbox sandbox;
        fill(sandbox, 6);
        QCOMPARE(sandbox.run(add()).exitCode, 0);
        sandbox.write("late/7.png", photo(7));
        QCOMPARE(sandbox.run({"batch", "add", "late", "-o", "out", "--size", "128"}).exitCode, 0);
        const auto order = [&sandbox] {
            QList<int> ids;
            for (const QJsonObject& job :
                 sandbox.run({"batch", "status", "--jobs", "--json"}).objects())
                if (job.contains("job"))
                    ids << job["job"].toInt();
            return ids;
        };
        QCOMPARE(order(), (QList<int>{1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(sandbox.run({"batch", "move", "--job", "5", "1", "5", "--first"}).out,
                 QByteArray("2\n"));
        QCOMPARE(order(), (QList<int>{5, 1, 2, 3, 4, 6, 7}));
        QCOMPARE(sandbox.run({"batch", "move", "--job", "1", "--job", "2", "--last"}).out,
                 QByteArray("2\n"));
        QCOMPARE(order(), (QList<int>{5, 3, 4, 6, 1, 2, 7}));
        QCOMPARE(sandbox.run({"batch", "move", "--job", "2", "--before", "4"}).exitCode, 0);
        QCOMPARE(order(), (QList<int>{5, 3, 2, 4, 6, 1, 7}));
        QCOMPARE(
            sandbox.run({"batch", "move", "--first", "--job", "1", "2", "3", "4", "5", "6"}).out,
            QByteArray("6\n"));
        QCOMPARE(order(), (QList<int>{1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(sandbox.run({"batch", "priority", "--batch", "2", "1"}).out, QByteArray("1\n"));
        QCOMPARE(order(), (QList<int>{7, 1, 2, 3, 4, 5, 6}));
        QCOMPARE(sandbox.run({"batch", "priority", "--batch", "2", "--batch", "1", "-1"}).out,
                 QByteArray("2\n"));
        QCOMPARE(order(), (QList<int>{1, 2, 3, 4, 5, 6, 7}));
        // Of two batches, unknown, before itself: nothing moves.
        for (const QStringList& wrong : {QStringList{"1", "7", "--last"},
                                         {"1", "--before", "7"},
                                         {"9", "--first"},
                                         {"1", "--before", "9"},
                                         {"1", "2", "--before", "2"}}) {
            const CliRun run = sandbox.run(QStringList{"batch", "move", "--job"} + wrong);
            QVERIFY2(run.exitCode == 2 && !run.err.isEmpty(), run.err);
        }
        QCOMPARE(order(), (QList<int>{1, 2, 3, 4, 5, 6, 7}));
    }

    void listsShardsAndFilters()
    {
        CliSandbox sandbox;
        fill(sandbox, 30);
        int parts = 0;
        for (const char* shard : {"1/3", "2/3", "3/3"}) {
            const CliRun run = sandbox.run(add({"--shard", shard}));
            QVERIFY2(run.exitCode == 0, run.err);
            parts += run.out.split(' ').value(2).toInt();
        }
        QCOMPARE(parts, 30);
        sandbox.write("list.txt", "# two\nin/0/000.png\nin/1/001.png\n");
        QCOMPARE(sandbox.run({"batch", "add", "--list", "list.txt"}).out,
                 QByteArray("batch 4: 2 photos\n"));
        QVERIFY(sandbox.run(add({"--type", "tiff"})).err.contains("No photos"));
        QVERIFY(sandbox.run(add({"--smallest", "10MB"})).err.contains("No photos"));
        QVERIFY(sandbox.run(add({"--flat"})).err.contains("no photos"));
        QCOMPARE(sandbox.run({"batch", "clear", "--all"}).out, QByteArray("4\n"));
    }

    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QStringList& arguments, int exitCode,
                            const QByteArray& said) {
            QTest::newRow(name) << QStringList{"batch"} + arguments << exitCode << said;
        };
        row("nothing", {}, 2, "subcommand");
        row("nothing to add", {"add"}, 2, "--list");
        row("no list", {"add", "--list", "none"}, 1, "none");
        row("a bad name", {"add", "in", "--name", "{title}"}, 2, "{title}");
        row("all of one name", {"add", "in", "--name", "x"}, 2, "{name}");
        row("a bad shard", {"add", "in", "--shard", "4/3"}, 2, "4/3");
        row("no shard", {"add", "in", "--shard", "a"}, 2, "--shard");
        row("a mirror without a folder", {"add", "in", "--mirror"}, 2, "-o");
        row("watching a photo", {"add", "in/0/000.png", "--watch"}, 2, "--watch");
        row("watching two folders", {"add", "in", "in/0", "--watch"}, 2, "--watch");
        row("watching nothing there", {"add", "nowhere", "--watch"}, 2, "--watch");
        row("watching a part", {"add", "in", "--watch", "--type", "png"}, 2, "--type");
        row("watching a shard", {"add", "in", "--watch", "--shard", "1/2"}, 2, "--shard");
        row("looking without watching", {"run", "--every", "3"}, 2, "--watch");
        row("looking all the time", {"run", "--watch", "--every", "0"}, 2, "--every");
        row("moving nowhere", {"move", "--job", "1"}, 2, "--before");
        row("moving to both ends", {"move", "--job", "1", "--first", "--last"}, 2, "--before");
        row("moving nothing", {"move", "--first"}, 2, "--job");
        row("moving what is not there", {"move", "--job", "1", "--first"}, 2, "1");
        row("no priority", {"priority", "--batch", "1"}, 2, "PRIORITY");
        row("a priority of nothing", {"priority", "3"}, 2, "--batch");
        row("no such batch to prefer", {"priority", "--batch", "9", "3"}, 2, "9");
        row("no such model", {"add", "in", "-m", "none"}, 1, "none");
        row("no such folder", {"add", "nowhere/"}, 0, "");
        row("no such batch", {"status", "--batch", "9"}, 2, "9");
        row("no such batch to pause", {"pause", "9"}, 2, "9");
        row("a report of nothing", {"report", "9", "-o", "r"}, 2, "9");
        row("a report nowhere", {"report", "1"}, 2, "--output");
        row("no such device", {"run", "--device", "cuda:77"}, 1, "cuda:77");
        row("a damaged queue", {"status", "--queue", "in/0/000.png"}, 1, "queue");
    }

    void wrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, said);
        CliSandbox sandbox;
        fill(sandbox, 1);
        const CliRun run = sandbox.run(arguments);
        QVERIFY2(run.exitCode == exitCode, run.err);
        QVERIFY2(run.err.contains(said), run.err);
    }

    void aReadOnlyQueueIsLookedAt()
    {
        CliSandbox sandbox;
        if (sandbox.shell("unshare -rm true").exitCode != 0)
            QSKIP("this system lets nobody mount a folder for a test");
        fill(sandbox, 2);
        sandbox.write("disk/keep", {});
        QCOMPARE(sandbox.run(add() + QStringList{"--queue", "disk/q.sqlite"}).exitCode, 0);
        const auto readOnly = [&](const QString& command) {
            return sandbox.shell("exec unshare -rm sh -c \"mount --bind disk disk && "
                                 "mount -o remount,bind,ro disk && '$CLI' batch " +
                                 command + " --queue disk/q.sqlite\"");
        };
        CliRun run = readOnly("status");
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY2(run.out.contains("2 waiting"), run.out);
        run = readOnly("report 1 -o report");
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.read("report/report.csv").count('\n'), 3);
        run = readOnly("pause");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("disk/q.sqlite"), run.err);
    }
};

QTEST_GUILESS_MAIN(TestCliBatch)
#include "test_batch.moc"
