#include "core/base/process_lock.h"

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace autochrome;

class TestProcessLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder_.emplace();
        file_ = folder_->filePath("lock").toStdString();
    }

    void secondIsRefusedAndToldWho()
    {
        const auto first = ProcessLock::take(file_, "the window");
        QVERIFY(first.has_value());
        QVERIFY(ProcessLock::isTaken(file_));
        const auto second = ProcessLock::take(file_, "another");
        QVERIFY(!second.has_value());
        QVERIFY(second.error().isTaken);
        QCOMPARE(second.error().holder, std::string("the window"));
    }

    void endsWithItsObject()
    {
        QVERIFY(!ProcessLock::isTaken(file_)); // nothing is there yet
        {
            auto first = ProcessLock::take(file_, "a long name of somebody");
            QVERIFY(first.has_value());
            const ProcessLock moved = std::move(*first);
            QVERIFY(ProcessLock::isTaken(file_));
        }
        QVERIFY(!ProcessLock::isTaken(file_));
        const auto again = ProcessLock::take(file_, "b");
        QVERIFY(again.has_value());
        QCOMPARE(ProcessLock::take(file_, "c").error().holder, std::string("b"));
    }

    // Not even a killed process leaves a lock.
    void endsWithItsProcess()
    {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = ProcessLock::take(file_, "child");
            const char told = lock.has_value() ? 'y' : 'n';
            if (::write(ready[1], &told, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        char told = 0;
        QCOMPARE(::read(ready[0], &told, 1), ssize_t(1));
        QCOMPARE(told, 'y');
        QVERIFY(ProcessLock::isTaken(file_));
        QCOMPARE(ProcessLock::take(file_, "parent").error().holder, std::string("child"));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ready[0]);
        ::close(ready[1]);
        QVERIFY(!ProcessLock::isTaken(file_));
        QVERIFY(ProcessLock::take(file_, "parent").has_value());
    }

    void noFolderNoLock()
    {
        const auto lock = ProcessLock::take(folder_->filePath("no/lock").toStdString(), "a");
        QVERIFY(!lock.has_value());
        QVERIFY(!lock.error().isTaken);
        QVERIFY(!lock.error().reason.empty());
    }

private:
    std::optional<QTemporaryDir> folder_;
    std::string file_;
};

QTEST_GUILESS_MAIN(TestProcessLock)
#include "test_process_lock.moc"
