// What a person sees while a slider of the window is dragged: how many pictures a second, and how
// long one step takes until all that is visible is there. `bench_slider [MEGAPIXELS [MODEL]]`; a
// model of random weights without one. The hand moves every 16 ms.

#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/tools/tone_section.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_stage.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSlider>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace autochrome;

namespace {

constexpr int handInterval = 16; // ms
constexpr int dragTime = 4000;   // ms
constexpr int steps = 5;         // that are waited for, of each kind
constexpr int seenSteps = 11;    // of which it is measured when they are first seen

template <class Condition>
void waitFor(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void settle(const MainWindow& window)
{
    waitFor([&] { return isColoured(window) && window.stage()->view()->isSettled(); });
}

void move(QSlider* slider, int& direction)
{
    if (slider->value() + direction > slider->maximum() ||
        slider->value() + direction < slider->minimum())
        direction = -direction;
    slider->setValue(slider->value() + direction);
}

void measure(const MainWindow& window, const char* name, QSlider* slider)
{
    settle(window);
    int direction = -1;
    int pictures = 0;
    double longestStall = 0; // the window stood still
    QElapsedTimer sinceMove;
    const auto counting = QObject::connect(window.stage()->view(), &PhotoView::afterShown,
                                           [&pictures] { ++pictures; });
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, slider, [&] {
        if (sinceMove.isValid())
            longestStall = std::max(longestStall, double(sinceMove.nsecsElapsed()) / 1e6);
        sinceMove.start();
        move(slider, direction);
    });
    QElapsedTimer clock;
    clock.start();
    hand.start(handInterval);
    waitFor([&] { return clock.elapsed() >= dragTime; });
    hand.stop();
    const double perSecond = 1000.0 * pictures / double(clock.elapsed());
    QObject::disconnect(counting);
    settle(window);

    // How long a move takes to be seen, in whatever colours there are by then.
    std::vector<double> seen;
    for (int i = 0; i < seenSteps; ++i) {
        bool isSeen = false;
        const auto looking = QObject::connect(window.stage()->view(), &PhotoView::afterShown,
                                              [&isSeen] { isSeen = true; });
        clock.start();
        move(slider, direction);
        waitFor([&] { return isSeen; });
        seen.push_back(double(clock.nsecsElapsed()) / 1e6);
        QObject::disconnect(looking);
        settle(window);
    }
    std::ranges::nth_element(seen, seen.begin() + seenSteps / 2);

    double total = 0;
    double stall = 0;
    for (int i = 0; i < steps; ++i) {
        clock.start();
        move(slider, direction);
        waitFor([&] {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents();
            stall = std::max(stall, double(turn.nsecsElapsed()) / 1e6);
            return isColoured(window) && window.stage()->view()->isSettled();
        });
        total += double(clock.nsecsElapsed()) / 1e6;
    }
    std::printf("  %-24s %5.1f pictures/s, longest gap between moves %4.0f ms; one step seen "
                "after %4.0f ms (median), done after %6.0f ms, window busy at most %4.0f ms\n",
                name, perSecond, longestStall, seen[seenSteps / 2], total / steps, stall);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const double megapixels = argc > 1 ? std::atof(argv[1]) : 3;
    const WindowFixture fixture(argc > 2 ? WindowFixture::Models::None
                                         : WindowFixture::Models::RandomOne);
    if (argc > 2)
        QFile::link(QFileInfo(argv[2]).absoluteFilePath(),
                    QDir(fixture.folder()).filePath("models/given.safetensors"));
    const int height = int(std::sqrt(megapixels * 1e6 / 1.5));
    const auto window = openWindow({fixture.makePhoto("scan.jpg", height * 3 / 2, height)});
    window->resize(1600, 1000);
    const ColourSection* colour = window->panel()->colour();
    std::printf("%.1f megapixels\n", megapixels);
    for (const double zoom : {0.0, 1.0}) {
        if (zoom > 0)
            window->stage()->view()->zoomTo(zoom);
        else
            window->stage()->view()->zoomToFit();
        measure(*window, zoom > 0 ? "strength, 1:1" : "strength, fitted",
                colour->strength()->slider());
        measure(*window, zoom > 0 ? "vividness, 1:1" : "vividness, fitted",
                colour->vividness()->slider());
        for (const char* key : {"tone.exposure", "tone.local_contrast", "tone.evening"})
            measure(*window, key, window->panel()->tone()->findChild<SliderRow*>(key)->slider());
    }
    return 0;
}
