// What a repaint of the photo view costs at 100 megapixels: from the event (the handle dragged, the
// photo panned) until the window's buffer is filled. The baseline, in the same run, is a widget of
// the same size that paints one pixmap already scaled to it.

#include "ui/viewer/photo_view.h"

#include "core/base/text.h"
#include "tests/support/make_model.h"
#include "ui/viewer/split_handle.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPainter>
#include <QTemporaryDir>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <memory>
#include <opencv2/imgproc.hpp>
#include <vector>

using namespace autochrome;

namespace {

constexpr double limitMilliseconds = 16;
constexpr QSize viewSize(1600, 1000);
const cv::Size photoSize(12000, 8400); // 100.8 megapixels

class PlainPixmap : public QWidget
{
public:
    PlainPixmap()
    {
        pixmap_ = QPixmap(viewSize);
        pixmap_.fill(Qt::gray);
        setAttribute(Qt::WA_OpaquePaintEvent);
        resize(viewSize);
        show();
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).drawPixmap(0, 0, pixmap_); }

private:
    QPixmap pixmap_;
};

/// The view with the large photo, loaded once for all benchmarks.
class LoadedView
{
public:
    static LoadedView& instance()
    {
        if (!holder())
            holder().reset(new LoadedView);
        return *holder();
    }
    /// Before the application ends.
    static void close() { holder().reset(); }

    PhotoView view;
    double blockedMilliseconds = 0; ///< the window stood still in setPhoto()
    double settledMilliseconds = 0; ///< until all that is visible was there in full detail

    void settle()
    {
        while (!view.isSettled())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
    }

private:
    static std::unique_ptr<LoadedView>& holder()
    {
        static std::unique_ptr<LoadedView> loaded;
        return loaded;
    }

    LoadedView()
    {
        view.resize(viewSize);
        view.show();
        Restoration restoration(photo());
        QElapsedTimer clock;
        clock.start();
        view.setPhoto(restoration.upright());
        blockedMilliseconds = double(clock.nsecsElapsed()) / 1e6;
        settle();
        settledMilliseconds = double(clock.nsecsElapsed()) / 1e6;

        const QTemporaryDir folder;
        const auto colorizer =
            Colorizer::open(makeTestModel(folder.path().toStdString()).string(), "cpu");
        if (!colorizer)
            qFatal("%s", inWords(colorizer.error().message).c_str());
        auto rendering = restoration.render(Recipe(), **colorizer);
        if (!rendering)
            qFatal("%s", inWords(rendering.error().message).c_str());
        view.setRendering(*rendering);
        settle();
    }

    static Photo photo()
    {
        cv::Mat patch(photoSize / 10, CV_8UC3);
        for (int y = 0; y < patch.rows; ++y)
            for (int x = 0; x < patch.cols; ++x) {
                const auto grey = std::uint8_t(128 + 90 * std::sin(x * 0.03) * std::cos(y * 0.02) +
                                               ((x ^ y) & 15));
                patch.at<cv::Vec3b>(y, x) = {grey, grey, grey};
            }
        Photo photo;
        photo.pixels = cv::repeat(patch, 10, 10);
        photo.source = "large.png";
        return photo;
    }
};

struct Times
{
    std::vector<double> milliseconds;

    double at(double share)
    {
        std::sort(milliseconds.begin(), milliseconds.end());
        return milliseconds[std::size_t(share * double(milliseconds.size() - 1))];
    }
};

/// Paints now what the platform would paint some milliseconds later, all that asked for it at once.
void paintNow(QWidget* window)
{
    QEvent request(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(window, &request);
}

class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget* widget) { widget->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

/// Measures `act`, what it sets off, and the repaint.
template <class Act>
Times measure(benchmark::State& state, QWidget* window, Act act)
{
    const PaintCounter paints(window);
    Times times;
    int step = 0;
    for (auto _ : state) {
        QElapsedTimer clock;
        clock.start();
        act(step++);
        QCoreApplication::processEvents();
        paintNow(window);
        const double seconds = double(clock.nsecsElapsed()) / 1e9;
        state.SetIterationTime(seconds);
        times.milliseconds.push_back(1000 * seconds);
    }
    if (paints.count < int(0.95 * step))
        state.SkipWithError("not every step was painted");
    return times;
}

double plainMilliseconds = 0; ///< median of the baseline

void tell(benchmark::State& state, Times times)
{
    const double median = times.at(0.5);
    state.counters["median_ms"] = median;
    state.counters["p95_ms"] = times.at(0.95);
    if (plainMilliseconds > 0) // not filtered out
        state.counters["ratio"] = median / plainMilliseconds;
    if (median >= limitMilliseconds)
        state.SkipWithError("the median repaint takes 16 ms or more");
}

void sendMouse(QWidget* widget, QEvent::Type type, QPointF position)
{
    const bool held = type != QEvent::MouseButtonRelease;
    QMouseEvent event(type, position, widget->mapToGlobal(position),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      held ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

/// To and fro over `reach` in steps of a brisk hand.
double swing(int step, double stride, double reach)
{
    const double way = std::fmod(step * stride, 2 * reach);
    return way < reach ? way : 2 * reach - way;
}

void setZoom(PhotoView& view, double zoomOrFit)
{
    if (zoomOrFit == 0)
        view.zoomToFit();
    else
        view.zoomTo(zoomOrFit);
}

void dragHandle(benchmark::State& state, double zoom)
{
    LoadedView& loaded = LoadedView::instance();
    setZoom(loaded.view, zoom);
    loaded.view.setSplitPosition(0.2);
    loaded.settle();
    auto* handle = loaded.view.findChild<SplitHandle*>();
    const double left = handle->geometry().center().x();
    const auto local = [&](double x) {
        return QPointF(handle->mapFromParent(QPoint(int(x), 500)));
    };
    sendMouse(handle, QEvent::MouseButtonPress, local(left));
    tell(state, measure(state, &loaded.view, [&](int step) {
             sendMouse(handle, QEvent::MouseMove, local(left + swing(step, 23, 900)));
         }));
    sendMouse(handle, QEvent::MouseButtonRelease, local(left));
}

void pan(benchmark::State& state, double zoom)
{
    LoadedView& loaded = LoadedView::instance();
    setZoom(loaded.view, zoom);
    loaded.view.setSplitPosition(0.5);
    loaded.settle();
    sendMouse(&loaded.view, QEvent::MouseButtonPress, {300, 300});
    sendMouse(&loaded.view, QEvent::MouseMove, {320, 320});
    tell(state, measure(state, &loaded.view, [&](int step) {
             sendMouse(&loaded.view, QEvent::MouseMove,
                       {320 + swing(step, 19, 700), 320 + swing(step, 11, 500)});
         }));
    sendMouse(&loaded.view, QEvent::MouseButtonRelease, {300, 300});
}

void plainPixmap(benchmark::State& state)
{
    PlainPixmap plain;
    QCoreApplication::processEvents();
    Times times = measure(state, &plain, [&](int) { plain.update(); });
    plainMilliseconds = times.at(0.5);
    state.counters["median_ms"] = plainMilliseconds;
}

void opening(benchmark::State& state)
{
    LoadedView& loaded = LoadedView::instance();
    for (auto _ : state)
        state.SetIterationTime(loaded.settledMilliseconds / 1000);
    state.counters["blocked_ms"] = loaded.blockedMilliseconds;
}

BENCHMARK(plainPixmap)->UseManualTime()->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK(opening)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(dragHandle, fit, 0.0)
    ->UseManualTime()
    ->Iterations(300)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(dragHandle, one_to_one, 1.0)
    ->UseManualTime()
    ->Iterations(300)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pan, near_fit, 0.2)
    ->UseManualTime()
    ->Iterations(300)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pan, one_to_one, 1.0)
    ->UseManualTime()
    ->Iterations(300)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pan, three_quarters, 0.75)
    ->UseManualTime()
    ->Iterations(300)
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    LoadedView::close();
    return 0;
}
