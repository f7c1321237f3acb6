#include "ui/viewer/touch_tracker.h"

#include <QTest>

using namespace autochrome;

class TestTouchTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFingerMoves();
    void twoFingersMoveAndZoom();
    void addingAFingerDoesNotJump();
    void tapAndDoubleTap();
    void movingIsNoTap();
};

void TestTouchTracker::oneFingerMoves()
{
    TouchTracker tracker;
    tracker.begin({{100, 100}});
    // Trembling is not moving; what it held back comes with the first real move.
    QCOMPARE(tracker.update({{103, 101}}).move, QPointF());
    QCOMPARE(tracker.update({{130, 100}}).move, QPointF(30, 0));
    const auto change = tracker.update({{135, 90}});
    QCOMPARE(change.move, QPointF(5, -10));
    QCOMPARE(change.factor, 1.0);
}

void TestTouchTracker::twoFingersMoveAndZoom()
{
    TouchTracker tracker;
    tracker.begin({{100, 100}, {200, 100}});
    const auto pinch = tracker.update({{50, 100}, {250, 100}});
    QCOMPARE(pinch.factor, 2.0);
    QCOMPARE(pinch.move, QPointF(0, 0));
    QCOMPARE(pinch.middle, QPointF(150, 100));
    const auto pan = tracker.update({{60, 120}, {260, 120}});
    QCOMPARE(pan.factor, 1.0);
    QCOMPARE(pan.move, QPointF(10, 20));
}

void TestTouchTracker::addingAFingerDoesNotJump()
{
    TouchTracker tracker;
    tracker.begin({{100, 100}});
    tracker.update({{150, 100}});
    const auto added = tracker.update({{150, 100}, {300, 300}});
    QCOMPARE(added.move, QPointF());
    QCOMPARE(added.factor, 1.0);
    const auto lifted = tracker.update({{300, 300}});
    QCOMPARE(lifted.move, QPointF());
}

void TestTouchTracker::tapAndDoubleTap()
{
    TouchTracker tracker;
    tracker.begin({{100, 100}});
    QCOMPARE(tracker.end(10000), TouchTracker::Tap::Single);
    tracker.begin({{104, 98}});
    QCOMPARE(tracker.end(10000), TouchTracker::Tap::Double);
    tracker.begin({{100, 100}}); // a third one begins anew
    QCOMPARE(tracker.end(10000), TouchTracker::Tap::Single);
    tracker.begin({{400, 400}}); // elsewhere
    QCOMPARE(tracker.end(10000), TouchTracker::Tap::Single);
    tracker.begin({{400, 400}});
    QCOMPARE(tracker.end(0), TouchTracker::Tap::Single); // too late
}

void TestTouchTracker::movingIsNoTap()
{
    TouchTracker tracker;
    tracker.begin({{100, 100}});
    tracker.update({{150, 100}});
    QCOMPARE(tracker.end(10000), TouchTracker::Tap::None);
    tracker.begin({{100, 100}, {200, 200}});
    QCOMPARE(tracker.end(10000), TouchTracker::Tap::None);
}

QTEST_GUILESS_MAIN(TestTouchTracker)
#include "test_touch_tracker.moc"
