#include "ui/viewer/tile_loader.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <stdexcept>

using namespace autochrome;

namespace {

TileKey key(int column)
{
    return {0, {0, column, 0}};
}

Tile smallTile()
{
    Tile tile;
    tile.image = QImage(1, 1, QImage::Format_RGB32);
    return tile;
}

} // namespace

class TestTileLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversInOrder();
    void dropsWhatIsNoLongerWanted();
    void doesNotStartTwice();
    void failureIsNotRetried();
    void forgottenResultsAreNotDelivered();
    void destructionWaits();
};

void TestTileLoader::deliversInOrder()
{
    TileLoader loader;
    loader.pool().setMaxThreadCount(1);
    QList<int> order;
    connect(&loader, &TileLoader::tileReady, this,
            [&](const TileKey& ready, const Tile&) { order.push_back(ready.index.column); });
    QSignalSpy idle(&loader, &TileLoader::idle);
    std::vector<TileJob> jobs;
    for (const int column : {3, 1, 2})
        jobs.push_back({key(column), smallTile});
    loader.want(std::move(jobs));
    QVERIFY(idle.wait());
    QCOMPARE(order, (QList<int>{3, 1, 2}));
    QVERIFY(loader.isIdle());
}

void TestTileLoader::dropsWhatIsNoLongerWanted()
{
    TileLoader loader;
    loader.pool().setMaxThreadCount(1);
    QSemaphore gate;
    std::atomic<int> made = 0;
    std::vector<TileJob> jobs;
    for (int column = 0; column < 50; ++column)
        jobs.push_back({key(column), [&] {
                            gate.acquire();
                            ++made;
                            return smallTile();
                        }});
    loader.want(std::move(jobs));
    loader.want({{key(100), smallTile}});
    QSignalSpy idle(&loader, &TileLoader::idle);
    gate.release(50);
    QVERIFY(idle.wait());
    QCOMPARE(made.load(), 1); // only the one that ran already
}

void TestTileLoader::doesNotStartTwice()
{
    TileLoader loader;
    loader.pool().setMaxThreadCount(4);
    QSemaphore gate;
    std::atomic<int> made = 0;
    const TileJob job{key(1), [&] {
                          gate.acquire();
                          ++made;
                          return smallTile();
                      }};
    loader.want({job});
    loader.want({job, job});
    QSignalSpy idle(&loader, &TileLoader::idle);
    gate.release(10);
    QVERIFY(idle.wait());
    QCOMPARE(made.load(), 1);
}

void TestTileLoader::failureIsNotRetried()
{
    TileLoader loader;
    int tries = 0;
    const TileJob job{key(1), [&]() -> Tile {
                          ++tries;
                          throw std::runtime_error("no memory");
                      }};
    QSignalSpy ready(&loader, &TileLoader::tileReady);
    QSignalSpy idle(&loader, &TileLoader::idle);
    QTest::ignoreMessage(QtWarningMsg, "tile 0/1/0: no memory");
    loader.want({job});
    QVERIFY(idle.wait());
    QVERIFY(loader.hasFailed(key(1)));
    loader.want({job});
    QTest::qWait(20);
    QCOMPARE(tries, 1);
    QCOMPARE(ready.count(), 0);
}

void TestTileLoader::forgottenResultsAreNotDelivered()
{
    TileLoader loader;
    QSemaphore gate;
    QSignalSpy ready(&loader, &TileLoader::tileReady);
    loader.want({{key(1), [&] {
                      gate.acquire();
                      return smallTile();
                  }}});
    loader.forget();
    QVERIFY(loader.isIdle());
    gate.release();
    loader.pool().waitForDone();
    QTest::qWait(20);
    QCOMPARE(ready.count(), 0);
}

void TestTileLoader::destructionWaits()
{
    std::atomic<bool> done = false;
    {
        TileLoader loader;
        loader.want({{key(1), [&] {
                          QTest::qSleep(50);
                          done = true;
                          return smallTile();
                      }}});
    }
    QVERIFY(done);
}

QTEST_GUILESS_MAIN(TestTileLoader)
#include "test_tile_loader.moc"
