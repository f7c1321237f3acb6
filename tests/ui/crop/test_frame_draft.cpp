#include "core/edit/geometry/geometry_map.h"
#include "ui/crop/frame_draft.h"

#include <QtTest>
#include <numbers>
#include <random>

using namespace autochrome;

namespace {

using Part = FrameDraft::Part;
const cv::Size photo(300, 200);

GeometrySettings turned(int rotation, int flip)
{
    return {Rotation(rotation), Flip(flip)};
}

bool isInside(const FrameDraft& draft)
{
    return std::ranges::all_of(draft.frame().corners, [&](cv::Point2d corner) {
        return corner.x > -1e-3 && corner.y > -1e-3 && corner.x < draft.photo().width + 1e-3 &&
               corner.y < draft.photo().height + 1e-3;
    });
}

double distance(const Frame& one, const Frame& other)
{
    double most = 0;
    for (std::size_t i = 0; i < 4; ++i)
        most = std::max(most, cv::norm(one.corners[i] - other.corners[i]));
    return most;
}

double ratioOf(const FrameDraft& draft)
{
    const auto& at = draft.frame().corners;
    return cv::norm(at[1] - at[0]) / cv::norm(at[3] - at[0]);
}

} // namespace

class TestFrameDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheWholePhoto();
    void dragging_data();
    void dragging();
    void keepsTheSourcesPlaces_data();
    void keepsTheSourcesPlaces();
    void cutsWhereItIsSeen();
    void keepsTheRatio_data();
    void keepsTheRatio();
    void turnsThereAndBack();
    void levels_data();
    void levels();
    void takesAPerspectiveOut();
    void neverLeavesThePhoto();
};

void TestFrameDraft::beginsWithTheWholePhoto()
{
    const FrameDraft draft(photo, {});
    QVERIFY(draft.isWhole());
    QVERIFY(!draft.geometry().frame);
    QCOMPARE(draft.degrees(), 0.0);
}

void TestFrameDraft::dragging_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<QPointF>("by");
    QTest::addColumn<QRectF>("expected");
    QTest::newRow("corner") << int(Part::TopLeft) << QPointF(30, 20) << QRectF(30, 20, 270, 180);
    QTest::newRow("other corner") << int(Part::BottomRight) << QPointF(-30, -20)
                                  << QRectF(0, 0, 270, 180);
    QTest::newRow("side") << int(Part::Left) << QPointF(50, 70) << QRectF(50, 0, 250, 200);
    QTest::newRow("to half a pixel")
        << int(Part::Left) << QPointF(50.4, 0) << QRectF(50, 0, 250, 200);
    QTest::newRow("past the other side")
        << int(Part::Right) << QPointF(-500, 0) << QRectF(0, 0, 1, 200);
    QTest::newRow("out of the photo, a bit in")
        << int(Part::Bottom) << QPointF(0, -10) << QRectF(0, 0, 300, 190);
}

void TestFrameDraft::dragging()
{
    QFETCH(int, part);
    QFETCH(QPointF, by);
    QFETCH(QRectF, expected);
    FrameDraft draft(photo, {});
    draft.drag(Part(part), {by.x(), by.y()});
    const auto frame = draft.geometry().frame;
    QVERIFY(frame);
    const auto pixels = frame->wholePixels();
    QVERIFY(pixels);
    QCOMPARE(QRectF(pixels->x, pixels->y, pixels->width, pixels->height), expected);

    // As a whole it goes as far as the photo does.
    draft.drag(Part::Whole, {1000, 1000});
    const auto moved = draft.geometry().frame->wholePixels();
    QCOMPARE(moved->br().x, photo.width);
    QCOMPARE(moved->br().y, photo.height);
    QCOMPARE(QSizeF(moved->width, moved->height), expected.size());
}

void TestFrameDraft::keepsTheSourcesPlaces_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<int>("flip");
    for (int rotation = 0; rotation < 4; ++rotation)
        for (int flip = 0; flip < 3; ++flip)
            QTest::addRow("rotated %d, flipped %d", rotation, flip) << rotation << flip;
}

/// However the photo is turned, a frame that nobody touches stays what it is.
void TestFrameDraft::keepsTheSourcesPlaces()
{
    QFETCH(int, rotation);
    QFETCH(int, flip);
    const Frame frames[] = {Frame::ofRectangle({20, 30, 100, 90}),
                            Frame::ofRectangle({100, 60, 120, 80}, 12),
                            {{{{10, 20}, {250, 5}, {290, 190}, {40, 170}}}}};
    for (const Frame& frame : frames) {
        GeometrySettings geometry = turned(rotation, flip);
        geometry.frame = frame;
        const FrameDraft draft(photo, geometry);
        QVERIFY(isInside(draft));
        QVERIFY(draft.frame().isValidFor(draft.photo()));
        const GeometrySettings kept = draft.geometry();
        QVERIFY(kept.frame);
        QVERIFY2(distance(*kept.frame, frame) < 1e-6,
                 qPrintable(QString::number(distance(*kept.frame, frame))));
        QVERIFY(kept.turn() == geometry.turn());
    }
}

void TestFrameDraft::cutsWhereItIsSeen()
{
    for (int rotation = 0; rotation < 4; ++rotation) {
        for (int flip = 0; flip < 3; ++flip) {
            const GeometrySettings turn = turned(rotation, flip);
            FrameDraft draft(photo, turn);
            draft.drag(Part::Top, {0, 40});
            const auto pixels = draft.geometry().frame->wholePixels();
            QVERIFY(pixels);
            // What is at the top as it is seen is outside, what is below is inside.
            const GeometryMap map(photo, turn);
            const cv::Point2d above = map.toSource(cv::Point2d(draft.photo().width / 2.0, 39.5));
            const cv::Point2d below = map.toSource(cv::Point2d(draft.photo().width / 2.0, 40.5));
            QVERIFY(!cv::Rect2d(*pixels).contains(above));
            QVERIFY(cv::Rect2d(*pixels).contains(below));
        }
    }
}

void TestFrameDraft::keepsTheRatio_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("degrees");
    for (const double ratio : {1.0, 1.5, 4 / 3.0, 9 / 16.0})
        for (const double degrees : {0.0, 3.0, -20.0})
            QTest::addRow("%g at %g", ratio, degrees) << ratio << degrees;
}

void TestFrameDraft::keepsTheRatio()
{
    QFETCH(double, ratio);
    QFETCH(double, degrees);
    FrameDraft draft(photo, {});
    draft.setDegrees(degrees);
    draft.setRatio(ratio);
    QVERIFY(isInside(draft));
    QVERIFY(std::abs(ratioOf(draft) / ratio - 1) < 0.02); // whole pixels
    for (int part = 0; part < int(Part::Whole); ++part) {
        draft.setRatio(ratio);
        draft.drag(Part(part), {7, -5});
        draft.drag(Part(part), {-15, 11});
        QVERIFY(isInside(draft));
        QVERIFY2(std::abs(ratioOf(draft) / ratio - 1) < 0.02, qPrintable(QString::number(part)));
    }
}

void TestFrameDraft::turnsThereAndBack()
{
    FrameDraft draft(photo, {});
    draft.drag(Part::TopLeft, {10, 10});
    const Frame before = draft.frame();
    for (double degrees = 0; degrees <= 45; degrees += 0.5)
        draft.setDegrees(degrees);
    QVERIFY(std::abs(draft.degrees() - 45) < 1e-9);
    QVERIFY(isInside(draft));
    QVERIFY(draft.frame().size().area() < before.size().area());
    draft.setDegrees(0);
    QCOMPARE(distance(draft.frame(), before), 0.0);

    // A turn that is taken back after other changes needs no resampling either.
    draft.setDegrees(5);
    draft.drag(Part::Left, {3, 0});
    draft.setDegrees(0);
    QVERIFY(draft.geometry().frame->wholePixels());
}

void TestFrameDraft::levels_data()
{
    QTest::addColumn<double>("angle"); // of the line, clockwise
    QTest::addColumn<double>("degrees");
    QTest::newRow("horizon") << 4.0 << -4.0;
    QTest::newRow("horizon, drawn backwards") << 184.0 << -4.0;
    QTest::newRow("wall") << 87.0 << 3.0;
    QTest::newRow("wall, drawn upwards") << -92.0 << 2.0;
    QTest::newRow("level already") << 0.0 << 0.0;
}

void TestFrameDraft::levels()
{
    QFETCH(double, angle);
    QFETCH(double, degrees);
    FrameDraft draft(photo, {});
    const double a = angle * std::numbers::pi / 180;
    draft.level({150, 100}, cv::Point2d(150, 100) + 80 * cv::Point2d(std::cos(a), std::sin(a)));
    QVERIFY2(std::abs(draft.degrees() - degrees) < 1e-6,
             qPrintable(QString::number(draft.degrees())));
    QVERIFY(isInside(draft));
}

void TestFrameDraft::takesAPerspectiveOut()
{
    FrameDraft draft(photo, {});
    draft.setFreeCorners(true);
    draft.drag(Part::TopLeft, {40, 10});
    draft.drag(Part::BottomRight, {-20, -30});
    const auto frame = draft.geometry().frame;
    QVERIFY(frame);
    QCOMPARE(frame->corners[0], cv::Point2d(40, 10));
    QCOMPARE(frame->corners[1], cv::Point2d(300, 0));
    QCOMPARE(frame->corners[2], cv::Point2d(280, 170));
    QVERIFY(FrameDraft(photo, draft.geometry()).hasFreeCorners());
    // Corners do not pass each other.
    draft.drag(Part::TopLeft, {500, 500});
    QVERIFY(draft.frame().isValidFor(photo));

    draft.setFreeCorners(false);
    QVERIFY(isInside(draft));
    QVERIFY(!FrameDraft(photo, draft.geometry()).hasFreeCorners());
    draft.reset();
    QVERIFY(draft.isWhole());
}

void TestFrameDraft::neverLeavesThePhoto()
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> way(-200, 200);
    std::uniform_real_distribution<double> angle(-45, 45);
    for (const cv::Size size : {photo, cv::Size(1, 10000), cv::Size(1, 1), cv::Size(7, 3)}) {
        FrameDraft draft(size, turned(1, 2));
        for (int i = 0; i < 500; ++i) {
            switch (random() % 6) {
            case 0:
                draft.setDegrees(angle(random));
                break;
            case 1:
                draft.setRatio(i % 3 == 0 ? 0 : 1.4);
                break;
            case 2:
                draft.setFreeCorners(random() % 2 == 0);
                break;
            default:
                draft.drag(Part(random() % FrameDraft::parts), {way(random), way(random)});
            }
            QVERIFY(isInside(draft));
            QVERIFY(draft.frame().isValidFor(draft.photo()));
            const auto frame = draft.geometry().frame;
            QVERIFY(!frame || frame->isValidFor(size));
        }
    }
}

QTEST_GUILESS_MAIN(TestFrameDraft)
#include "test_frame_draft.moc"
