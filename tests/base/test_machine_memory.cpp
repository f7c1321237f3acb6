#include "core/base/machine_memory.h"

#include <QtTest>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace autochrome;

class TestMachineMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A machine that runs this has some megabytes, and no more is free than there is.
    void freeIsPartOfAll()
    {
        QVERIFY(usableMemory() > (16u << 20));
        QVERIFY(availableMemory() > 0);
        QVERIFY(availableMemory() <= usableMemory());
    }

    void ownMemoryGrowsWithUse()
    {
        constexpr std::size_t bytes = 64u << 20;
        const std::uint64_t before = residentMemory();
        {
            const std::vector<char> used(bytes, 'x');
            QVERIFY(residentMemory() > before + bytes / 2);
            QVERIFY(used.back() == 'x');
        }
        QVERIFY(peakResidentMemory() >= before + bytes / 2);
    }

    // `ulimit -v`: in a process of its own, for the limit cannot be taken back.
    void limitOfTheAddressSpaceCounts()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const rlimit limit{1, 1}; // less than is in use already
            const bool isLimited = ::setrlimit(RLIMIT_AS, &limit) == 0;
            ::_exit(isLimited && availableMemory() == 0 ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(TestMachineMemory)
#include "test_machine_memory.moc"
