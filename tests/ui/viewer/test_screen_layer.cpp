#include "ui/viewer/screen_layer.h"

#include "ui/viewer/tile_maker.h"
#include "viewer_fixture.h"

#include <QTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

/// All tiles of a photo, and how often they were asked for.
struct Tiles
{
    explicit Tiles(std::shared_ptr<const Photo> photo)
        : pyramid(ImagePyramid::build(std::move(photo), std::atomic<bool>(false)))
    {
        const auto& geometry = pyramid->geometry();
        const QRectF all(QPointF(0, 0), QSizeF(geometry.photoSize()));
        for (int level = 0; level < geometry.levelCount(); ++level)
            for (const TileIndex& index : geometry.tilesIn(level, all))
                ready.emplace_back(index, makeTile(*pyramid, index));
        base = ready.back().second;
    }

    ScreenLayer::TileFinder finder()
    {
        return [this](const TileIndex& index) -> const Tile* {
            ++asked;
            for (const auto& [key, tile] : ready)
                if (key == index && !hidden(key))
                    return &tile;
            return nullptr;
        };
    }

    std::shared_ptr<const ImagePyramid> pyramid;
    std::vector<std::pair<TileIndex, Tile>> ready;
    Tile base;
    std::function<bool(const TileIndex&)> hidden = [](const TileIndex&) { return false; };
    int asked = 0;
};

QImage painted(ScreenLayer& layer, Tiles& tiles, QSize view, QPoint origin)
{
    QImage image(view, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    layer.paint(painter, origin, image.rect(), tiles.base, tiles.finder());
    return image;
}

} // namespace

class TestScreenLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneToOneIsExact();
    void scalingHasNoSeams_data();
    void scalingHasNoSeams();
    void pixelsAreSquareWhenLarge();
    void cellsAreComposedOnce();
    void coarseStandsInForMissing();
    void invalidationIsLocal();
    void outsideOfThePhotoIsLeftAlone();
    void trimForgetsFarCells();
};

void TestScreenLayer::oneToOneIsExact()
{
    ViewedPhoto viewed({1200, 900});
    Tiles tiles(viewed.photo());
    ScreenLayer layer;
    layer.setScale(tiles.pyramid->geometry(), {1200, 900}, 0);
    const QImage image = painted(layer, tiles, {700, 600}, {-411, -203});
    for (int y = 0; y < 600; ++y)
        for (int x = 0; x < 700; ++x) {
            const int grey = viewed.photo()->pixels.at<std::uint8_t>(y + 203, x + 411);
            if (image.pixel(x, y) != qRgb(grey, grey, grey))
                QFAIL(qPrintable(QString("%1, %2").arg(x).arg(y)));
        }
}

void TestScreenLayer::scalingHasNoSeams_data()
{
    QTest::addColumn<double>("zoom");
    QTest::newRow("0.37") << 0.37;
    QTest::newRow("0.5") << 0.5;
    QTest::newRow("0.731") << 0.731;
    QTest::newRow("1.37") << 1.37;
}

void TestScreenLayer::scalingHasNoSeams()
{
    QFETCH(double, zoom);
    // A plane: whatever is interpolated, it stays one, so that every joint would show.
    auto photo = std::make_shared<Photo>();
    photo->pixels.create(1100, 1500, CV_8U);
    for (int y = 0; y < 1100; ++y)
        for (int x = 0; x < 1500; ++x)
            photo->pixels.at<std::uint8_t>(y, x) = std::uint8_t((x + y) * 255 / 2600);
    Tiles tiles(photo);
    const QSize scaled(int(std::lround(1500 * zoom)), int(std::lround(1100 * zoom)));
    ScreenLayer layer;
    layer.setScale(tiles.pyramid->geometry(), scaled, tiles.pyramid->geometry().levelFor(zoom));
    const QImage image = painted(layer, tiles, scaled, {0, 0});
    double greatest = 0;
    for (int y = 0; y < scaled.height(); ++y)
        for (int x = 0; x < scaled.width(); ++x) {
            const double px = (x + 0.5) * 1500 / scaled.width() - 0.5;
            const double py = (y + 0.5) * 1100 / scaled.height() - 0.5;
            greatest =
                std::max(greatest, std::abs(qRed(image.pixel(x, y)) - (px + py) * 255 / 2600));
        }
    QVERIFY2(greatest <= 1.6, qPrintable(QString::number(greatest)));
}

void TestScreenLayer::pixelsAreSquareWhenLarge()
{
    ViewedPhoto viewed({600, 40});
    Tiles tiles(viewed.photo());
    ScreenLayer layer;
    layer.setScale(tiles.pyramid->geometry(), {3000, 200}, 0);
    const QImage image = painted(layer, tiles, {3000, 200}, {0, 0});
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 3000; ++x)
            QCOMPARE(qRed(image.pixel(x, y)),
                     int(viewed.photo()->pixels.at<std::uint8_t>(y / 5, x / 5)));
}

void TestScreenLayer::cellsAreComposedOnce()
{
    ViewedPhoto viewed({1200, 900});
    Tiles tiles(viewed.photo());
    ScreenLayer layer;
    layer.setScale(tiles.pyramid->geometry(), {900, 675}, 0);
    const QImage first = painted(layer, tiles, {500, 400}, {-100, -100});
    QVERIFY(tiles.asked > 0);
    tiles.asked = 0;
    QCOMPARE(painted(layer, tiles, {500, 400}, {-100, -100}), first);
    QCOMPARE(tiles.asked, 0);
    layer.setScale(tiles.pyramid->geometry(), {900, 675}, 0); // nothing new
    painted(layer, tiles, {500, 400}, {-100, -100});
    QCOMPARE(tiles.asked, 0);
    layer.setScale(tiles.pyramid->geometry(), {901, 676}, 0);
    painted(layer, tiles, {500, 400}, {-100, -100});
    QVERIFY(tiles.asked > 0);
}

void TestScreenLayer::coarseStandsInForMissing()
{
    ViewedPhoto viewed({2100, 1500});
    Tiles tiles(viewed.photo());
    ScreenLayer layer;
    const auto paintAll = [&] {
        layer.invalidate();
        return painted(layer, tiles, {2100, 1500}, {0, 0});
    };
    layer.setScale(tiles.pyramid->geometry(), {2100, 1500}, 0);
    const QImage fine = paintAll();
    const auto difference = [&](const QImage& image) {
        double sum = 0;
        for (int y = 0; y < 1500; y += 3)
            for (int x = 0; x < 2100; x += 3)
                sum += std::abs(qRed(image.pixel(x, y)) - qRed(fine.pixel(x, y)));
        return sum / (500 * 700);
    };
    tiles.hidden = [](const TileIndex&) { return true; };
    const double base = difference(paintAll());
    tiles.hidden = [](const TileIndex& index) { return index.level == 0; };
    const double half = difference(paintAll());
    QVERIFY2(base > half && half > 0 && base < 20,
             qPrintable(QString("%1 %2").arg(base).arg(half)));
    // One fine tile that is there is shown among coarse ones.
    tiles.hidden = [](const TileIndex& index) {
        return !(index == TileIndex{0, 1, 1}) && index.level == 0;
    };
    const QImage mixed = paintAll();
    QCOMPARE(mixed.copy(512, 512, 512, 512), fine.copy(512, 512, 512, 512));
    QVERIFY(mixed.copy(0, 0, 512, 512) != fine.copy(0, 0, 512, 512));
}

void TestScreenLayer::invalidationIsLocal()
{
    ViewedPhoto viewed({1200, 900});
    Tiles tiles(viewed.photo());
    ScreenLayer layer;
    layer.setScale(tiles.pyramid->geometry(), {1200, 900}, 0);
    painted(layer, tiles, {1200, 900}, {0, 0});
    const QImage white = [] {
        QImage image(514, 514, QImage::Format_RGB32);
        image.fill(Qt::white);
        return image;
    }();
    for (auto& [index, tile] : tiles.ready)
        tile.image = white.copy(tile.image.rect());
    layer.invalidate(QRectF(0, 0, 10, 10));
    const QImage after = painted(layer, tiles, {1200, 900}, {0, 0});
    QCOMPARE(after.pixelColor(5, 5), QColor(Qt::white));
    QVERIFY(after.pixelColor(600, 600) != QColor(Qt::white));
}

void TestScreenLayer::outsideOfThePhotoIsLeftAlone()
{
    ViewedPhoto viewed({30, 20});
    Tiles tiles(viewed.photo());
    ScreenLayer layer;
    layer.setScale(tiles.pyramid->geometry(), {30, 20}, 0);
    const QImage image = painted(layer, tiles, {100, 100}, {40, 50});
    const QColor untouched(Qt::magenta);
    QCOMPARE(image.pixelColor(39, 55), untouched);
    QCOMPARE(image.pixelColor(70, 55), untouched);
    QCOMPARE(image.pixelColor(50, 49), untouched);
    QCOMPARE(image.pixelColor(50, 70), untouched);
    QVERIFY(image.pixelColor(40, 50) != untouched);
    QVERIFY(image.pixelColor(69, 69) != untouched);
}

void TestScreenLayer::trimForgetsFarCells()
{
    ViewedPhoto viewed({3000, 300});
    Tiles tiles(viewed.photo());
    ScreenLayer layer;
    layer.setScale(tiles.pyramid->geometry(), {3000, 300}, 0);
    painted(layer, tiles, {3000, 300}, {0, 0});
    QCOMPARE(layer.cellCount(), 12 * 2);
    layer.trim({0, 0, 200, 200});
    QCOMPARE(layer.cellCount(), 2 * 2);
}

QTEST_GUILESS_MAIN(TestScreenLayer)
#include "test_screen_layer.moc"
