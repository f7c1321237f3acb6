#include "tests/cli/cli_sandbox.h"
#include "tests/support/synthetic_photos.h"
#include "tests/support/tiny_training.h"

#include <QFileInfo>
#include <QtTest>
#include <arpa/inet.h>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

using namespace autochrome;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int slowness = 6;
#else
constexpr int slowness = 1;
#endif

/// A port that nobody listens on.
int freePort()
{
    const int socketId = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    int port = 0;
    if (bind(socketId, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
        getsockname(socketId, reinterpret_cast<sockaddr*>(&address), &length) == 0)
        port = ntohs(address.sin_port);
    close(socketId);
    return port;
}

/// One column of a run's table of losses.
QList<double> column(const CliSandbox& sandbox, const QString& run, int index)
{
    QList<double> values;
    QList<QByteArray> rows = sandbox.read(run + "/losses.csv").split('\n');
    for (const QByteArray& row : rows.mid(1))
        if (!row.isEmpty())
            values.append(row.split(',').value(index).toDouble());
    return values;
}

} // namespace

/// Training by several processes as torchrun, mpirun or Slurm would start them.
class TestCliTrainGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoProcessesTrainAsOne();
    void interruptedGroupGoesOn();
    void tellsOfALostProcess();
    void refusals();

private:
    static QStringList train(const QString& out, int steps)
    {
        return QStringList{"train",  "--data", "photos",      "--out", out,
                           "--seed", "7",      "--precision", "fp32"} +
               testing::tinyTraining(steps, 4, 64);
    }
    /// Starts the processes of a group; the first comes first.
    static std::vector<std::unique_ptr<QProcess>> startGroup(CliSandbox& sandbox,
                                                             const QStringList& arguments, int size)
    {
        const QByteArray port = QByteArray::number(freePort());
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int rank = 0; rank < size; ++rank) {
            qputenv("MASTER_ADDR", "127.0.0.1");
            qputenv("MASTER_PORT", port);
            qputenv("WORLD_SIZE", QByteArray::number(size));
            qputenv("RANK", QByteArray::number(rank));
            processes.push_back(sandbox.start(arguments));
        }
        for (const char* name : {"MASTER_ADDR", "MASTER_PORT", "WORLD_SIZE", "RANK"})
            qunsetenv(name);
        return processes;
    }
    static void compareLosses(const QList<double>& group, const QList<double>& alone)
    {
        QCOMPARE(group.size(), alone.size());
        for (int i = 0; i < alone.size(); ++i)
            QVERIFY2(std::abs(group[i] - alone[i]) < 2e-3 * std::abs(alone[i]),
                     qPrintable(QString("row %1: %2 and %3").arg(i).arg(group[i]).arg(alone[i])));
    }
};

void TestCliTrainGroup::twoProcessesTrainAsOne()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 6);
    const CliRun alone = sandbox.run(train("alone", 8));
    QVERIFY2(alone.exitCode == 0, alone.err);

    const auto processes = startGroup(sandbox, train("group", 8), 2);
    for (const auto& process : processes) {
        QVERIFY(process->waitForFinished(120000 * slowness));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError());
    }
    QVERIFY(processes[0]->readAllStandardOutput().contains("wrote "));
    QCOMPARE(processes[1]->readAllStandardOutput(), QByteArray());
    QVERIFY(QFileInfo::exists(sandbox.path("group/model.safetensors")));

    QCOMPARE(column(sandbox, "alone", 0).size(), 8);
    QCOMPARE(column(sandbox, "group", 1), column(sandbox, "alone", 1)); // samples
    for (const int losses : {3, 4, 5})
        compareLosses(column(sandbox, "group", losses), column(sandbox, "alone", losses));
    QVERIFY(column(sandbox, "alone", 3).first() != column(sandbox, "alone", 3).last());
}

void TestCliTrainGroup::interruptedGroupGoesOn()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 6);
    constexpr int steps = 30;
    QVERIFY(sandbox.run(train("alone", steps)).exitCode == 0);

    {
        const auto processes = startGroup(sandbox, train("group", steps), 2);
        QTRY_VERIFY_WITH_TIMEOUT(column(sandbox, "group", 0).size() > 2, 60000 * slowness);
        QVERIFY(CliSandbox::send(*processes[1], SIGINT)); // not the one that writes
        for (const auto& process : processes)
            QVERIFY(process->waitForFinished(60000 * slowness));
        QVERIFY(column(sandbox, "group", 0).size() < steps);
        QVERIFY2(processes[0]->exitCode() != 0, "the first heard of the interrupt");
    }
    const auto processes = startGroup(sandbox, train("group", steps) + QStringList{"--resume"}, 2);
    for (const auto& process : processes) {
        QVERIFY(process->waitForFinished(120000 * slowness));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError());
    }
    QCOMPARE(column(sandbox, "group", 0), column(sandbox, "alone", 0));
    // Rounding adds up over the steps, so only the first ones are close.
    for (const int losses : {3, 4, 5})
        compareLosses(column(sandbox, "group", losses).first(8),
                      column(sandbox, "alone", losses).first(8));
}

void TestCliTrainGroup::tellsOfALostProcess()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 6);
    const auto processes = startGroup(sandbox, train("group", 100000), 2);
    QTRY_VERIFY_WITH_TIMEOUT(column(sandbox, "group", 0).size() > 1, 60000 * slowness);
    processes[1]->kill();
    QVERIFY(processes[1]->waitForFinished());
    QVERIFY(processes[0]->waitForFinished(60000 * slowness));
    QCOMPARE(processes[0]->exitCode(), 1);
    QVERIFY(processes[0]->readAllStandardError().contains("Another process of the training"));
}

void TestCliTrainGroup::refusals()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 2);
    qputenv("MASTER_ADDR", "127.0.0.1");
    qputenv("RANK", "0");
    qputenv("WORLD_SIZE", "2");
    const CliRun withoutPort = sandbox.run(train("out", 1));
    qunsetenv("MASTER_ADDR");
    qunsetenv("RANK");
    qunsetenv("WORLD_SIZE");
    QCOMPARE(withoutPort.exitCode, 2);
    QVERIFY2(withoutPort.err.contains("MASTER_PORT"), withoutPort.err);

    QStringList odd = train("out", 1);
    odd.replace(odd.indexOf("--batch") + 1, "3");
    const auto processes = startGroup(sandbox, odd, 2);
    for (const auto& process : processes) {
        QVERIFY(process->waitForFinished(60000 * slowness));
        QCOMPARE(process->exitCode(), 2);
    }
    QVERIFY(processes[0]->readAllStandardError().contains("shared equally"));
}

QTEST_GUILESS_MAIN(TestCliTrainGroup)
#include "test_train_group.moc"
