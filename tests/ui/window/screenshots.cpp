// Saves pictures of the window: screenshots FOLDER [PHOTO]. Uses the models and the sample that the
// program itself would find.

#include "ui/adjust/adjust_panel.h"
#include "ui/settings/icon_theme.h"
#include "ui/settings/language.h"
#include "ui/settings/preferences_dialog.h"

#include "ui/settings/quiet_style.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/settings/theme.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/about_dialog.h"
#include "ui/window/action_finder.h"
#include "ui/window/colorizer_service.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_document.h"
#include "ui/window/photo_session.h"
#include "ui/window/photo_stage.h"
#include "ui/window/progress_strip.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>
#include <cstdio>

using namespace autochrome;

namespace {

QDir target;
QString suffix;

void save(QWidget& widget, const QString& name)
{
    QTest::qWait(60);
    const QString path = target.filePath(name + suffix + ".png");
    if (!widget.grab().save(path))
        qFatal("cannot write %s", qPrintable(path));
    std::printf("%s\n", qPrintable(path));
}

bool waitForPhoto(const MainWindow& window)
{
    return QTest::qWaitFor(
        [&] {
            const PhotoDocument* document = window.session()->shown();
            return document && document->rendering() && !document->work() &&
                   window.stage()->view()->isSettled() && !window.stage()->progress()->isVisible();
        },
        120000);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: screenshots FOLDER [PHOTO...]");
    const QTemporaryDir settings; // not the person's own
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QApplication::setOrganizationName("autochrome");
    QApplication::setApplicationName("autochrome");
    QApplication::setApplicationVersion(AUTOCHROME_VERSION);
    QDir().mkpath(arguments[1]);
    target = QDir(arguments[1]);
    suffix = qEnvironmentVariable("SCREENSHOT_SUFFIX");
    installLanguage(qEnvironmentVariable("SCREENSHOT_LANGUAGE", "en"));
    installStyle();
    applyTheme(themeFromId(qEnvironmentVariable("SCREENSHOT_THEME", "light")));
    QApplication::setWindowIcon(applicationIcon());

    MainWindow window;
    window.resize(1280, 800);
    window.show();
    if (!QTest::qWaitFor([&] { return !window.colorizerService()->isOpening(); }, 60000))
        qFatal("the model was not opened");
    save(window, "empty");

    QStringList photos = arguments.mid(2);
    if (photos.isEmpty())
        photos << samplePhoto();
    window.openFiles(photos);
    if (!waitForPhoto(window))
        qFatal("the photo was not coloured");
    save(window, "split");
    const Actions& actions = window.actions();
    actions[Command::SideBySide]->trigger();
    waitForPhoto(window);
    save(window, "side-by-side");
    actions[Command::Split]->trigger();
    actions[Command::Find]->trigger();
    QTest::keyClicks(window.finder()->field(), qEnvironmentVariable("SCREENSHOT_QUERY", "co"));
    save(*window.finder(), "finder");
    window.finder()->hide();
    actions[Command::Export]->trigger();
    QTest::qWait(100);
    save(*window.exportDialog(), "export");
    window.exportDialog()->close();
    PreferencesDialog preferences(&window);
    preferences.setAttribute(Qt::WA_DeleteOnClose, false);
    preferences.show();
    if (!QTest::qWaitFor([&] { return preferences.model()->isEnabled(); }))
        qFatal("no list of models");
    save(preferences, "preferences");
    preferences.hide();
    AboutDialog about(window.colorizerService()->colorizer(), &window);
    about.setAttribute(Qt::WA_DeleteOnClose, false);
    about.show();
    save(about, "about");
    about.hide();
    window.openFiles({"/nowhere/Scan of the mill, 1931.tif"});
    QTest::qWait(500);
    save(window, "message");
    return 0;
}
