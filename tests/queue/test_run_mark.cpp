#include "core/queue/run/run_mark.h"
#include "core/queue/run/signal_stack.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace autochrome;

namespace {

void writeToNowhere()
{
    // Not null: a sanitizer ends the program at that, without a signal.
    volatile std::uintptr_t page = 64;
    *reinterpret_cast<volatile int*>(page) = 1;
}

int deeper(int depth)
{
    volatile char frame[4096];
    frame[0] = char(depth);
    return depth == 0 ? 0 : deeper(depth - 1) + frame[0];
}

void overflowOnAThread()
{
    std::thread([] {
        const SignalStack room;
        std::_Exit(deeper(1 << 30) & 1);
    }).join();
}

} // namespace

/// Whether a crash of a run is told from a kill, by the next one.
class TestRunMark : public QObject
{
    Q_OBJECT

    // What `end` does is done in a process of its own while a run is marked there.
    static void runThatEnds(const std::filesystem::path& journal, const std::function<void()>& end)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            // Qt Test's own handlers call a debugger.
            for (const int fault : {SIGSEGV, SIGABRT})
                std::signal(fault, SIG_DFL);
            const rlimit none{0, 0};
            ::setrlimit(RLIMIT_CORE, &none);
            if (!::freopen("/dev/null", "w", stderr)) // a sanitizer tells of the crash
                std::_Exit(9);
            {
                const RunMark mark(journal);
                end();
            }
            std::_Exit(0);
        }
        QVERIFY(child > 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
    }

private Q_SLOTS:
    void tellsHowTheLastRunEnded_data()
    {
        QTest::addColumn<std::function<void()>>("end");
        QTest::addColumn<LastEnd>("expected");
        using End = std::function<void()>;
        QTest::newRow("orderly") << End([] {}) << LastEnd::Orderly;
        QTest::newRow("kill -9") << End([] { ::kill(::getpid(), SIGKILL); }) << LastEnd::Killed;
        QTest::newRow("quit at once") << End([] { std::_Exit(3); }) << LastEnd::Killed;
        QTest::newRow("bad memory") << End(writeToNowhere) << LastEnd::Crashed;
        QTest::newRow("sent") << End([] { ::kill(::getpid(), SIGSEGV); }) << LastEnd::Crashed;
        QTest::newRow("abort") << End([] { std::abort(); }) << LastEnd::Crashed;
        QTest::newRow("terminate") << End(std::terminate) << LastEnd::Crashed;
        QTest::newRow("stack overflow") << End(overflowOnAThread) << LastEnd::Crashed;
    }

    void tellsHowTheLastRunEnded()
    {
        QFETCH(const std::function<void()>, end);
        QFETCH(const LastEnd, expected);
        const QTemporaryDir folder;
        const std::filesystem::path journal = folder.filePath("queue.sqlite").toStdString();
        runThatEnds(journal, end);
        QCOMPARE(RunMark(journal).lastEnd(), expected);
        // Said once: that run ended well.
        QCOMPARE(RunMark(journal).lastEnd(), LastEnd::Orderly);
        QVERIFY(!QFile::exists(folder.filePath("queue.sqlite.run")));
    }

    void wantOfMemoryIsNoKill_data()
    {
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<LastEnd>("expected");
        QFile file("/proc/sys/kernel/random/boot_id");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray boot = file.readLine().trimmed();
        QTest::newRow("the system ended a process since") << boot + " -1 " << LastEnd::Crashed;
        QTest::newRow("it ended none") << boot + " 999999999 " << LastEnd::Killed;
        QTest::newRow("before the machine started") << QByteArray("other -1 ") << LastEnd::Killed;
        QTest::newRow("cut off") << QByteArray() << LastEnd::Killed;
    }

    void wantOfMemoryIsNoKill()
    {
        QFETCH(const QByteArray, mark);
        QFETCH(const LastEnd, expected);
        const QTemporaryDir folder;
        QFile file(folder.filePath("queue.sqlite.run"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mark);
        file.close();
        QCOMPARE(RunMark(folder.filePath("queue.sqlite").toStdString()).lastEnd(), expected);
    }

    void worksWhereNothingCanBeWritten()
    {
        QCOMPARE(RunMark("/proc/nowhere/queue.sqlite").lastEnd(), LastEnd::Orderly);
    }
};

QTEST_GUILESS_MAIN(TestRunMark)
#include "test_run_mark.moc"
