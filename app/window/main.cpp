#include "core/base/machine_memory.h"
#include "ui/settings/language.h"
#include "ui/settings/settings.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/quiet_style.h"
#include "ui/widgets/theme.h"
#include "ui/window/end_signals.h"
#include "ui/window/main_window.h"
#include "ui/window/quit_guard.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QImageReader>
#include <QSessionManager>
#include <cstdio>
#include <opencv2/core/utility.hpp>
#include <string_view>
#include <thread>

using namespace autochrome;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("autochrome"));
    QCoreApplication::setOrganizationName(QStringLiteral("autochrome"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AUTOCHROME_VERSION));
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Gives old photographs colour, on this computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("photo"),
        QCoreApplication::translate("main", "Photos, or folders of photos, to open."),
        QStringLiteral("[PHOTO...]"));
    parser.addOption({QStringList{QStringLiteral("batch")},
                      QCoreApplication::translate(
                          "main", "Put the photos and folders into the queue instead.")});
#ifdef AUTOCHROME_TRAINING
    parser.addOption(
        {QStringList{QStringLiteral("training")},
         QCoreApplication::translate("main", "Show the panel that teaches a model your photos.")});
#endif
}

/// --help and --version answer without a display.
bool asksForText(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--")
            return false;
        if (argument == "--help" || argument == "-h" || argument == "--help-all" ||
            argument == "--version" || argument == "-v")
            return true;
    }
    return false;
}

void answerWithText(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    installLanguage(settingValue(setting::language));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application); // prints and exits
}

} // namespace

int main(int argc, char** argv)
{
    if (asksForText(argc, argv))
        answerWithText(argc, argv);

    QApplication application(argc, argv);
    nameApplication();
    QApplication::setDesktopFileName(QStringLiteral("org.autochrome.autochrome"));
    installLanguage(settingValue(setting::language));
    QCommandLineParser parser;
    addOptions(parser);
    // Qt's own list has no names that are no UTF-8.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << nameOfPath(argv[i]);
    parser.process(arguments);

    cv::setNumThreads(int(std::max(1U, std::thread::hardware_concurrency())));
    // Qt decodes only thumbnails; its default of 128 MB is less than a large scan.
    QImageReader::setAllocationLimit(
        int(std::min<std::uint64_t>(usableMemory() / (4 << 20), 1 << 20)));
    installStyle();
    applyTheme(themeFromId(settingValue(setting::theme)));
    QApplication::setWindowIcon(applicationIcon());

    MainWindow window;
    const EndSignals endSignals; // "signals" is a word of Qt
    QObject::connect(&endSignals, &EndSignals::arrived, &window, &MainWindow::endSession);
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window,
                     [&window](QSessionManager& manager) {
                         const bool mayAsk = manager.allowsInteraction();
                         const bool ends = window.quitGuard()->commitSession(mayAsk);
                         if (mayAsk)
                             manager.release();
                         if (!ends)
                             manager.cancel();
                     });
    window.show();
#ifdef AUTOCHROME_TRAINING
    if (parser.isSet(QStringLiteral("training")))
        window.showTraining();
#endif
    const QStringList paths = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("batch")) && !paths.isEmpty())
        window.addToQueue(paths);
    else if (!paths.isEmpty())
        window.openFiles(paths);
    return QApplication::exec();
}
