#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QtTest>
#include <csignal>
#include <opencv2/core.hpp>

using namespace autochrome;

/// Ctrl+C and its relatives.
class TestCliInterrupt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingHalfWritten_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("Ctrl+C") << SIGINT << 130;
        QTest::newRow("terminate") << SIGTERM << 143;
    }

    void leavesNothingHalfWritten()
    {
        QFETCH(int, signal);
        QFETCH(int, exitCode);
        CliSandbox sandbox;
        // Large enough for the signal to arrive in the middle of one of them.
        const QByteArray photo = encoded(greyScene(1600, 1200), ".png");
        constexpr int photos = 60;
        QStringList arguments{"colorize", "-o", "out/"};
        for (int i = 0; i < photos; ++i) {
            sandbox.write(QString("in/%1.png").arg(i), photo);
            arguments << QString("in/%1.png").arg(i);
        }
        const std::unique_ptr<QProcess> process = sandbox.start(arguments);
        QVERIFY(process->waitForReadyRead(120000)); // the first result's path
        QVERIFY(CliSandbox::send(*process, signal));
        QVERIFY(process->waitForFinished(120000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), exitCode);

        const QByteArray printed = process->readAllStandardOutput();
        const QByteArray said = process->readAllStandardError();
        QVERIFY2(said.contains("Stopped"), said);
        QStringList results;
        for (const QByteArray& line : printed.split('\n'))
            if (!line.isEmpty())
                results.append(QString::fromUtf8(line));
        QVERIFY(results.size() < photos);
        QVERIFY(!results.isEmpty());
        // Every file that is there is a whole one that was announced; no temporary one is left.
        QStringList there;
        for (const QString& file : sandbox.files())
            if (!file.startsWith("in/"))
                there.append(file);
        results.sort();
        QCOMPARE(there, results);
    }

    void jsonTellsWhatWasStopped()
    {
        CliSandbox sandbox;
        const QByteArray photo = encoded(greyScene(3000, 2400), ".png");
        QStringList arguments{"colorize", "--json", "-o", "out/"};
        for (int i = 0; i < 30; ++i) {
            sandbox.write(QString("in/%1.png").arg(i), photo);
            arguments << QString("in/%1.png").arg(i);
        }
        const std::unique_ptr<QProcess> process = sandbox.start(arguments);
        QVERIFY(process->waitForReadyRead(120000));
        QTest::qWait(100);
        QVERIFY(CliSandbox::send(*process, SIGINT));
        QVERIFY(process->waitForFinished(120000));
        QCOMPARE(process->exitCode(), 130);
        const CliRun run{process->exitCode(), process->readAllStandardOutput(), {}};
        const QList<QJsonObject> objects = run.objects();
        QVERIFY(!objects.isEmpty());
        for (const QJsonObject& object : objects) {
            const QString status = object["status"].toString();
            QVERIFY2(status == "done" || status == "cancelled", qPrintable(status));
            if (status == "cancelled")
                QCOMPARE(object["error"]["code"].toString(), "cancelled");
        }
    }
};

QTEST_GUILESS_MAIN(TestCliInterrupt)
#include "test_interrupt.moc"
