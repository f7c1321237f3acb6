// How long the window stands still while many photos are opened at once: `bench_open_photos
// [PHOTOS [WIDTH]]`. From the order until all are in the film strip, and on until each has its
// small picture. The processor's time is that of the window's thread alone: other programs do not
// count. The baseline is what finding doubles would cost if each photo were compared with each.

#include "tests/support/heartbeat.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/window/film_strip.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <cstdio>
#include <ctime>
#include <filesystem>

using namespace autochrome;

namespace {

/// Processor time that the thread has used, ms.
double busy()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// The most processor time between two turns of the event loop.
struct Effort
{
    double longest = 0;
    double last = busy();
    QTimer turn;

    Effort()
    {
        QObject::connect(&turn, &QTimer::timeout, &turn, [this] {
            const double now = busy();
            longest = std::max(longest, now - last);
            last = now;
        });
        turn.start(0);
    }
};

template <class Condition>
void waitFor(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

void measure(const char* name, const QStringList& paths, int count)
{
    MainWindow window;
    window.resize(1600, 1000);
    window.show();
    waitFor([&] { return window.isVisible(); });
    QElapsedTimer clock;
    clock.start();
    Heartbeat heart;
    Effort effort;
    window.openFiles(paths);
    waitFor([&] { return window.session()->documents().size() >= count; });
    QCoreApplication::processEvents();
    const qint64 listed = clock.elapsed();
    const qint64 stallListing = heart.longest;
    const double effortListing = effort.longest;
    waitFor([&] {
        for (const PhotoDocument* document : window.session()->documents())
            if (document->thumbnail().isNull())
                return false;
        return isColoured(window);
    });
    std::printf("%-10s in the strip after %5lld ms, longest stall %4lld ms (%6.1f ms of work); "
                "pictures after %6lld ms, longest stall %4lld ms (%6.1f ms of work)\n",
                name, static_cast<long long>(listed), static_cast<long long>(stallListing),
                effortListing, static_cast<long long>(clock.elapsed()),
                static_cast<long long>(heart.longest), effort.longest);
}

void compareEach(const QStringList& paths)
{
    const double start = busy();
    int same = 0;
    std::error_code error;
    for (qsizetype i = 0; i < paths.size(); ++i)
        for (qsizetype k = 0; k < i; ++k)
            same +=
                std::filesystem::equivalent(paths[i].toStdString(), paths[k].toStdString(), error);
    std::printf("%-10s %.1f ms of work\n", "baseline", busy() - start + same);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 200;
    const int width = argc > 2 ? std::atoi(argv[2]) : 900;
    const WindowFixture fixture;
    QStringList paths;
    const QString first = fixture.makePhoto("0000.jpg", width, width * 2 / 3);
    paths << first;
    for (int i = 1; i < count; ++i) {
        paths << fixture.folder() + QStringLiteral("/photos/%1.jpg").arg(i, 4, 10, QChar('0'));
        QFile::copy(first, paths.last());
    }
    std::printf("%d photos of %d pixels\n", count, width);
    for (int i = 0; i < 2; ++i) {
        measure("as files", paths, count);
        measure("as folder", {fixture.folder() + "/photos"}, count);
    }
    compareEach(paths);
    return 0;
}
