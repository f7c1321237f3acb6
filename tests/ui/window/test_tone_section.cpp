#include "ui/tools/tone_section.h"

#include "core/edit/tone/lightness_histogram.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/fold_section.h"
#include "ui/tools/slider_row.h"
#include "ui/tools/tone_histogram.h"
#include "ui/window/main_window.h"

#include <QSignalSpy>
#include <QSlider>
#include <QUndoStack>
#include <QtTest>

using namespace autochrome;

namespace {

constexpr int patience = 30000; // ms

QSlider* exposureOf(const MainWindow& window)
{
    return window.panel()->tone()->findChild<SliderRow*>("tone.exposure")->slider();
}

} // namespace

class TestToneSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsInThePanel();
    void showsOtherTonesBeforeTheNetwork();
    void letsADragBeSeen();
    void undoneAfterItWasStopped();
    void saysItsFigures();
    void marksWhatIsClipped();
};

void TestToneSection::standsInThePanel()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const AdjustPanel* panel = window->panel();
    int found = 0;
    for (const FoldSection* section : panel->sections())
        found += section->id() == "tone";
    QCOMPARE(found, 1);
    for (const char* key :
         {"tone.exposure", "tone.contrast", "tone.local_contrast", "tone.evening"})
        QVERIFY2(panel->tone()->findChild<SliderRow*>(key), key);
    QVERIFY(!panel->tone()->findChild<SliderRow*>("finish.strength"));
}

// The photo with its new tones is there at once, in the colours that there are.
void TestToneSection::showsOtherTonesBeforeTheNetwork()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    PhotoDocument* document = window->session()->shown();
    const auto plain = document->before();
    QSignalSpy before(document, &PhotoDocument::tonesChanged);
    exposureOf(*window)->setValue(70);
    QTRY_COMPARE_WITH_TIMEOUT(before.size(), 1, patience);
    QVERIFY(document->before() != plain);
    QVERIFY(document->rendering());
    QCOMPARE(document->rendering()->before(), document->before());
    QVERIFY(document->work()); // the network is to come
    QVERIFY(!document->isUpToDate());
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), patience);
    QVERIFY(document->isUpToDate());
    QCOMPARE(document->rendering()->recipe(), document->recipe());
    QVERIFY(document->rendering()->networkRan());

    document->undoStack()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && document->isUpToDate(), patience);
    QCOMPARE(document->before(), plain); // the very same
}

// Each move of a hand is laid, and the network is not run for any but the last.
void TestToneSection::letsADragBeSeen()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 900, 600)});
    PhotoDocument* document = window->session()->shown();
    QSignalSpy before(document, &PhotoDocument::tonesChanged);
    int runs = 0;
    connect(document, &PhotoDocument::renderingChanged, document, [&] {
        if (document->rendering() && document->isUpToDate())
            ++runs;
    });
    for (int value = 51; value <= 70; ++value) {
        exposureOf(*window)->setValue(value);
        QTest::qWait(16);
    }
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && document->isUpToDate(), patience);
    QVERIFY2(before.size() >= 3, qPrintable(QString::number(before.size())));
    QCOMPARE(runs, 1);
}

// The colours belong to the settings that are back, the pixels did not.
void TestToneSection::undoneAfterItWasStopped()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    PhotoDocument* document = window->session()->shown();
    const auto plain = document->before();
    QSignalSpy before(document, &PhotoDocument::tonesChanged);
    exposureOf(*window)->setValue(70);
    QTRY_COMPARE_WITH_TIMEOUT(before.size(), 1, patience);
    document->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!document->work(), patience);
    QVERIFY(!document->isUpToDate());
    document->undoStack()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && document->isUpToDate(), patience);
    QCOMPARE(document->before(), plain);
    QCOMPARE(document->rendering()->before(), plain);
}

void TestToneSection::saysItsFigures()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    PhotoDocument* document = window->session()->shown();
    const ToneHistogram* histogram = window->panel()->tone()->histogram();
    QVERIFY(!histogram->accessibleName().isEmpty());
    const QString first = histogram->accessibleDescription();
    const LightnessHistogram figures = document->toneFigures().after;
    QVERIFY2(
        first.contains(QString("lightness %1 to %2").arg(figures.darkest).arg(figures.lightest)),
        qPrintable(first));
    QCOMPARE(histogram->toolTip(), first);
    exposureOf(*window)->setValue(90);
    QTRY_VERIFY_WITH_TIMEOUT(histogram->accessibleDescription() != first, patience);
    QVERIFY(document->toneFigures().after.shares != document->toneFigures().before.shares);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), patience);
}

// By a shape at that end, in either theme's text colour.
void TestToneSection::marksWhatIsClipped()
{
    const WindowFixture fixture;
    ToneHistogram histogram;
    histogram.resize(200, 60);
    ToneFigures figures;
    figures.before.shares.fill(0.01);
    figures.after.shares.fill(0.01);
    histogram.setFigures(figures);
    const QImage plain = histogram.grab().toImage();
    figures.after.clippedWhite = 0.02;
    histogram.setFigures(figures);
    const QImage white = histogram.grab().toImage();
    figures.after.clippedWhite = 0;
    figures.after.clippedBlack = 0.02;
    histogram.setFigures(figures);
    const QImage black = histogram.grab().toImage();
    QVERIFY(plain != white && plain != black && white != black);
    QVERIFY2(histogram.inWords().contains("2.0 % pure black"), qPrintable(histogram.inWords()));
}

QTEST_MAIN(TestToneSection)
#include "test_tone_section.moc"
