#include "ui/document/luminance_meter.h"

#include "tests/ui/viewer/viewer_fixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThreadPool>
#include <QtTest>

using namespace autochrome;

class TestLuminanceMeter : public QObject
{
    Q_OBJECT

    QThreadPool pool_;
    std::optional<Rendering> rendering_;

    /// Whatever was begun has ended, and was answered.
    void settle()
    {
        pool_.waitForDone();
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase();
    void measuresOnceAtRest();
    void theLastFigureStandsInADrag();
    void leavesWhatIsKnown();
    void forgetsWhatIsNotShownAnyMore();
};

void TestLuminanceMeter::initTestCase()
{
    pool_.setMaxThreadCount(1);
    rendering_ = ViewedPhoto({64, 48}).rendering();
}

void TestLuminanceMeter::measuresOnceAtRest()
{
    LuminanceMeter meter(&pool_);
    QSignalSpy measured(&meter, &LuminanceMeter::measured);
    QVERIFY(!meter.error());
    meter.begin(std::nullopt);
    meter.rest(*rendering_);
    settle();
    QCOMPARE(measured.size(), 1);
    QCOMPARE(meter.error(), std::optional(rendering_->luminanceError()));
    meter.rest(*rendering_);
    settle();
    QCOMPARE(measured.size(), 1);
}

void TestLuminanceMeter::theLastFigureStandsInADrag()
{
    LuminanceMeter meter(&pool_);
    meter.begin(7);
    QCOMPARE(meter.error(), std::optional(7.0));
    meter.begin(std::nullopt);
    QCOMPARE(meter.error(), std::optional(7.0));
    meter.rest(*rendering_);
    settle();
    QCOMPARE(meter.error(), std::optional(rendering_->luminanceError()));
}

void TestLuminanceMeter::leavesWhatIsKnown()
{
    LuminanceMeter meter(&pool_);
    QSignalSpy measured(&meter, &LuminanceMeter::measured);
    meter.begin(7);
    meter.rest(*rendering_);
    settle();
    QCOMPARE(measured.size(), 0);
    QCOMPARE(meter.error(), std::optional(7.0));
}

void TestLuminanceMeter::forgetsWhatIsNotShownAnyMore()
{
    LuminanceMeter meter(&pool_);
    QSignalSpy measured(&meter, &LuminanceMeter::measured);
    QSemaphore mayGo;
    pool_.start([&] { mayGo.acquire(); });
    meter.begin(std::nullopt);
    meter.rest(*rendering_); // waits for its turn
    meter.begin(7);
    mayGo.release();
    settle();
    QCOMPARE(measured.size(), 0);
    QCOMPARE(meter.error(), std::optional(7.0));
}

QTEST_GUILESS_MAIN(TestLuminanceMeter)
#include "test_luminance_meter.moc"
