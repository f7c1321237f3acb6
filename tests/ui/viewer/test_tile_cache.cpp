#include "ui/viewer/tile_cache.h"

#include <QTest>

using namespace autochrome;

namespace {

Tile tileOf(int side)
{
    Tile tile;
    tile.image = QImage(side, side, QImage::Format_RGB32);
    return tile;
}

constexpr qsizetype tileBytes = 10 * 10 * 4;

} // namespace

class TestTileCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forgetsLeastRecentlyUsed();
    void countsBytes();
    void keepsOneThatIsTooLarge();
    void removesOnePicture();
    void shrinksWithItsLimit();
};

void TestTileCache::forgetsLeastRecentlyUsed()
{
    TileCache cache(3 * tileBytes);
    for (int i = 0; i < 3; ++i)
        cache.insert({0, {0, i, 0}}, tileOf(10));
    QVERIFY(cache.find({0, {0, 0, 0}})); // used again
    cache.insert({0, {0, 3, 0}}, tileOf(10));
    QVERIFY(cache.contains({0, {0, 0, 0}}));
    QVERIFY(!cache.contains({0, {0, 1, 0}}));
    QVERIFY(cache.contains({0, {0, 2, 0}}));
    QVERIFY(cache.contains({0, {0, 3, 0}}));
    QVERIFY(!cache.find({0, {0, 1, 0}}));
    QVERIFY(!cache.find({1, {0, 0, 0}}));
}

void TestTileCache::countsBytes()
{
    TileCache cache(100 * tileBytes);
    cache.insert({0, {0, 0, 0}}, tileOf(10));
    cache.insert({0, {0, 0, 0}}, tileOf(20)); // replaced
    QCOMPARE(cache.count(), 1);
    QCOMPARE(cache.byteCount(), 4 * tileBytes);
    cache.clear();
    QCOMPARE(cache.byteCount(), qsizetype(0));
    QCOMPARE(cache.count(), 0);
}

void TestTileCache::keepsOneThatIsTooLarge()
{
    TileCache cache(tileBytes);
    cache.insert({0, {0, 0, 0}}, tileOf(100));
    QVERIFY(cache.find({0, {0, 0, 0}}));
    cache.insert({0, {0, 1, 0}}, tileOf(100));
    QCOMPARE(cache.count(), 1);
    QVERIFY(cache.find({0, {0, 1, 0}}));
}

void TestTileCache::removesOnePicture()
{
    TileCache cache(100 * tileBytes);
    for (int picture = 0; picture < 3; ++picture)
        for (int i = 0; i < 4; ++i)
            cache.insert({picture, {0, i, 0}}, tileOf(10));
    cache.removePicture(1);
    QCOMPARE(cache.count(), 8);
    QCOMPARE(cache.byteCount(), 8 * tileBytes);
    QVERIFY(!cache.contains({1, {0, 2, 0}}));
    QVERIFY(cache.contains({2, {0, 2, 0}}));
}

void TestTileCache::shrinksWithItsLimit()
{
    TileCache cache(100 * tileBytes);
    for (int i = 0; i < 10; ++i)
        cache.insert({0, {0, i, 0}}, tileOf(10));
    cache.setByteLimit(4 * tileBytes);
    QCOMPARE(cache.count(), 4);
    QVERIFY(cache.contains({0, {0, 9, 0}}));
}

QTEST_GUILESS_MAIN(TestTileCache)
#include "test_tile_cache.moc"
