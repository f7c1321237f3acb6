#include "core/base/progress.h"
#include "core/base/text.h"

#include <QtTest>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace autochrome;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsMakeTheWhole()
    {
        std::vector<double> fractions;
        std::string last;
        const Progress whole([&](double fraction, const Message& text) {
            fractions.push_back(fraction);
            last = inWords(text);
        });
        whole.part(0, 0.5).report(0.5, "first");
        const Progress second = whole.part(0.5, 1);
        second.report(0.5, "second");
        second.part(0.5, 1).report(1, "last");
        const std::vector<double> wanted{0.25, 0.75, 1};
        QCOMPARE(fractions, wanted);
        QCOMPARE(last, std::string("last"));
    }

    void neverGoesBackNorBeyond_data()
    {
        QTest::addColumn<QList<double>>("reported");
        QTest::addColumn<QList<double>>("told");
        QTest::newRow("forwards") << QList<double>{0, 0.5, 1} << QList<double>{0, 0.5, 1};
        QTest::newRow("back") << QList<double>{0.5, 0.25, 0.75} << QList<double>{0.5, 0.5, 0.75};
        QTest::newRow("beyond") << QList<double>{-1, 3} << QList<double>{0, 1};
    }

    void neverGoesBackNorBeyond()
    {
        QFETCH(QList<double>, reported);
        QFETCH(QList<double>, told);
        QList<double> heard;
        const Progress progress([&](double fraction, const Message&) { heard << fraction; });
        for (const double fraction : reported)
            progress.report(fraction, "");
        QCOMPARE(heard, told);
    }

    void cancelReachesEveryCopyAndPart()
    {
        Progress progress;
        const Progress copy = progress;
        const Progress part = progress.part(0.2, 0.4).part(0, 0.5);
        part.checkpoint(); // nothing yet
        QVERIFY(!copy.isCancelled());
        progress.cancel();
        QVERIFY(copy.isCancelled() && part.isCancelled());
        QVERIFY_EXCEPTION_THROWN(part.checkpoint(), Cancelled);
        QVERIFY_EXCEPTION_THROWN(copy.checkpoint(), Cancelled);
    }

    // Reports of several workers reach the listener one after the other, and a cancelled one ends.
    void manyWorkers()
    {
        std::atomic<int> within = 0;
        std::atomic<bool> isOverlapping = false;
        std::atomic<int> heard = 0;
        Progress progress([&](double, const Message&) {
            isOverlapping = isOverlapping || ++within != 1;
            ++heard;
            --within;
        });
        std::vector<std::thread> workers;
        std::atomic<int> stopped = 0;
        for (int i = 0; i < 4; ++i)
            workers.emplace_back([&, i] {
                try {
                    for (;;) {
                        progress.part(i / 4.0, (i + 1) / 4.0).report(0.5, "working");
                        progress.checkpoint();
                    }
                } catch (const Cancelled&) {
                    ++stopped;
                }
            });
        while (heard < 1000)
            std::this_thread::yield();
        progress.cancel();
        for (std::thread& worker : workers)
            worker.join();
        QCOMPARE(stopped, 4);
        QVERIFY(!isOverlapping);
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "test_progress.moc"
