#include "core/queue/run/memory_budget.h"

#include <QtTest>
#include <atomic>
#include <thread>

using namespace autochrome;

class TestMemoryBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Twenty workers with large photos never have more than there is.
    void neverMoreThanThereIs()
    {
        const MemoryBudget budget(100);
        std::atomic<std::uint64_t> most = 0;
        std::vector<std::thread> workers;
        for (int i = 0; i < 20; ++i)
            workers.emplace_back([&, i] {
                for (int turn = 0; turn < 20; ++turn) {
                    const auto share = budget.take(std::uint64_t(10 + i * 4));
                    std::uint64_t seen = budget.taken();
                    std::uint64_t before = most;
                    while (seen > before && !most.compare_exchange_weak(before, seen)) {
                    }
                    std::this_thread::yield();
                }
            });
        for (std::thread& worker : workers)
            worker.join();
        QVERIFY(most > 0 && most <= 100);
        QCOMPARE(budget.taken(), std::uint64_t(0));
    }

    // A photo larger than everything may try, alone.
    void tooLargeGoesAlone()
    {
        const MemoryBudget budget(100);
        auto small = budget.take(10);
        std::atomic<bool> got = false;
        std::thread large([&] {
            const auto share = budget.take(1000);
            got = true;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        QVERIFY(!got);
        small.reset();
        large.join();
        QVERIFY(got);
    }

    void needs()
    {
        // 100 MP in 16 bit, grey: 200 MB decoded.
        const std::uint64_t bytes = memoryFor(10000, 10000, 1, 16);
        QVERIFY(bytes > 500'000'000 && bytes < 600'000'000);
        QVERIFY(memoryFor(0, 0, 0, 0) > 0);
    }
};

QTEST_GUILESS_MAIN(TestMemoryBudget)
#include "test_memory_budget.moc"
