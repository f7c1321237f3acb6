// monkey [--seconds N] [--seed S]: random clicks, keys, drags and turns of the wheel on the real
// window, with photos, queue, training panel and dialogs. Not a test but for a short run; by hand
// for as long as one likes:
//     QT_QPA_PLATFORM=offscreen build/release/tests/monkey --seconds 600
// It fails (1) when the event loop stands still for longer than half a second, when something is
// written outside its own temporary folder, or when a photo that was there before has changed; a
// crash tells its stack. Not watched: other processes. Training and comparisons, which are such,
// cannot be started here.

#include "tests/ui/window/monkey/monkey.h"
#include "tests/ui/window/monkey/stall_watch.h"
#include "tests/ui/window/monkey/write_watch.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/settings/language.h"
#include "ui/widgets/quiet_style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <cstdio>
#include <opencv2/core.hpp>
#include <random>

using namespace autochrome;

namespace {

constexpr int stallLimit = 500; // ms

/// Links to open in a browser go nowhere.
class NoBrowser : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl&) { ++opened; }

public:
    int opened = 0;
};

QMap<QString, QByteArray> hashesIn(const QString& folder)
{
    QMap<QString, QByteArray> hashes;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        hashes[path] =
            QCryptographicHash::hash(WindowFixture::contentOf(path), QCryptographicHash::Sha256);
    }
    return hashes;
}

QStringList makePhotos(const WindowFixture& fixture)
{
    QDir(fixture.folder()).mkpath("photos/album");
    QStringList photos;
    for (int i = 0; i < 4; ++i)
        photos << fixture.makePhoto(QString("album/small%1.png").arg(i), 300 + 40 * i, 200);
    photos << fixture.makePhoto("large.jpg", 4000, 3000);
    photos << fixture.makePhoto("deep.tif", 900, 700, CV_16UC1);
    photos << fixture.makePhoto("a very long name of a photo without much to say & more.webp");
    photos << fixture.makeBrokenPhoto("broken.jpg");
    photos << fixture.folder() + "/photos/album";
    return photos;
}

/// Nothing of the person's: home, settings, temporary files and the folder to stand in.
void moveInto(const QString& sandbox)
{
    const QDir folder(sandbox);
    for (const char* name : {"tmp", "work", "cache", "run"})
        folder.mkpath(QLatin1String(name));
    QFile::setPermissions(folder.filePath("run"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("TMPDIR", QFile::encodeName(folder.filePath("tmp")));
    qputenv("XDG_CACHE_HOME", QFile::encodeName(folder.filePath("cache")));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.filePath("run")));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qputenv("AUTOCHROME_CLI", "/nowhere/autochrome-cli");
    QDir::setCurrent(folder.filePath("work"));
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir sandbox(QDir::tempPath() + "/monkey-XXXXXX");
    const QString root = QFileInfo(sandbox.path()).canonicalFilePath();
    moveInto(root);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QCommandLineParser parser;
    parser.addOption({"seconds", "How long.", "N", "600"});
    parser.addOption({"seed", "Of the random numbers; else one of its own, which it tells.", "S"});
    parser.addHelpOption();
    parser.process(application);
    const int seconds = parser.value("seconds").toInt();
    const unsigned seed =
        parser.isSet("seed") ? parser.value("seed").toUInt() : std::random_device()() % 1000000;
    std::printf("seed %u, %d s\n", seed, seconds);
    std::fflush(stdout);

    WindowFixture fixture;
    const QStringList photos = makePhotos(fixture);
    const auto before = hashesIn(fixture.folder() + "/photos");
    NoBrowser browser;
    for (const char* scheme : {"http", "https", "file"})
        QDesktopServices::setUrlHandler(scheme, &browser, "open");
    installLanguage(seed % 2 == 0 ? "en" : "de");
    installStyle();
    applyTheme(seed % 4 < 2 ? Theme::Light : Theme::Dark);
    WriteWatch::begin(root.toStdString());
    // It is worth nothing where the linker passed it by, so it must see this.
    QFile probe(root + "/work/probe");
    const bool watched = probe.open(QIODevice::WriteOnly) && WriteWatch::seen() > 0;
    probe.close();

    StallWatch watch(stallLimit);
    tellOfCrashes(&watch);
    Monkey monkey(seed, fixture, photos, &watch);
    QTimer::singleShot(seconds * 1000, &application, [&] { monkey.stop(); });
    QTimer::singleShot(0, &application, [&] { monkey.start(); });
    QApplication::exec();
    monkey.closeWindow();

    for (const char* scheme : {"http", "https", "file"})
        QDesktopServices::unsetUrlHandler(scheme);
    const auto stalls = watch.stalls();
    for (const StallWatch::Stall& stall : stalls)
        std::printf("stall of %.0f ms (and %.0f ms without a processor) after: %s\n%s\n",
                    1000 * stall.seconds, 1000 * stall.waited, stall.last.c_str(),
                    stall.stack.c_str());
    const auto foreign = WriteWatch::foreign();
    for (const std::string& call : foreign)
        std::printf("outside the sandbox: %s\n", call.c_str());
    int changed = 0;
    const auto after = hashesIn(fixture.folder() + "/photos");
    for (auto photo = before.begin(); photo != before.end(); ++photo) {
        if (after.value(photo.key()) == photo.value())
            continue;
        ++changed;
        std::printf("an original has changed: %s\n", qPrintable(photo.key()));
    }
    std::printf("seed %u: %ld actions, %d windows, %s\n", seed, monkey.actions(), monkey.windows(),
                qPrintable(monkey.dialogsSeen().join(", ")));
    std::printf("stalls over %d ms: %zu, longest pause %.0f ms; writing calls looked at: %ld, "
                "outside: %zu; originals changed: %d of %d; files in the sandbox: %d\n",
                stallLimit, stalls.size(), 1000 * watch.longest(), WriteWatch::seen(),
                foreign.size(), changed, int(before.size()), int(hashesIn(root).size()));
    if (!watched)
        std::printf("writing calls are not looked at\n");
    return watched && monkey.actions() > 0 && stalls.empty() && foreign.empty() && changed == 0 ? 0
                                                                                                : 1;
}

#include "main.moc"
