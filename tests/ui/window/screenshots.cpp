// Saves pictures of the window: screenshots FOLDER [PHOTO]. Uses the models and the sample that the
// program itself would find. SCREENSHOT_QUEUE: a folder of photos for the queue.
// SCREENSHOT_SIZE: of the window, as 900x560. SCREENSHOT_TRAINING: a folder of colour photos for
// the training panel, and with a colon and behind it the folder of a training.

#include "ui/crop/crop_section.h"
#include "ui/crop/frame_overlay.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/job_table.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/queue_choices.h"
#include "ui/queue/queue_dialog.h"
#include "ui/repair/brush_overlay.h"
#include "ui/settings/language.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/training/data/data_page.h"
#include "ui/training/figures/colour_figures.h"
#include "ui/training/panel/training_panel.h"
#include "ui/training/setup/setting_row.h"
#include "ui/training/setup/settings_form.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/quiet_style.h"
#include "ui/widgets/theme.h"
#include "ui/window/about_dialog.h"
#include "ui/window/action_finder.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/presets_dialog.h"
#include "ui/window/progress_strip.h"
#include "ui/window/training_dock.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTableView>
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
            return document && (document->rendering() || document->result()) && !document->work() &&
                   window.stage()->view()->isSettled() && !window.stage()->progress()->isVisible();
        },
        120000);
}

// The queue, with the photos of a folder.
void saveQueue(MainWindow& window, const QString& folder)
{
    window.addToQueue({folder});
    auto* dialog = window.findChild<QueueDialog*>();
    if (!QTest::qWaitFor([&] { return dialog->startButton()->isEnabled(); }, 60000))
        qFatal("no photos for the queue");
    dialog->choices()->destination()->setCurrentIndex(
        dialog->choices()->destination()->findData(int(Destination::Folder)));
    const QTemporaryDir results;
    dialog->choices()->folder()->setText(results.path());
    save(*dialog, "queue-dialog");
    dialog->startButton()->click();
    BatchPanel* panel = window.batchPanel();
    const JobTableModel* model = panel->model();
    if (!QTest::qWaitFor([&] { return model->count(JobState::Done) > 2; }, 120000))
        qFatal("the queue stands still");
    save(window, "queue-running");
    if (!QTest::qWaitFor(
            [&] {
                return model->count(JobState::Waiting) + model->count(JobState::Running) == 0 &&
                       panel->service()->activity() == BatchService::Activity::Idle;
            },
            600000))
        qFatal("the queue does not end");
    QTest::qWait(2000); // for the thumbnails of the results
    panel->table()->selectRow(0);
    save(window, "queue-done");
    Q_EMIT panel->table()->doubleClicked(model->index(0, 0));
    if (!waitForPhoto(window))
        qFatal("no result is shown");
    QTest::qWait(1000);
    window.stage()->messages()->dismiss();
    save(window, "queue-result");
}

// The frame, aslant, as somebody draws it.
void saveCrop(MainWindow& window)
{
    window.actions()[Command::Crop]->trigger();
    auto* section = window.panel()->findChild<CropSection*>();
    if (!QTest::qWaitFor([&] { return window.stage()->view()->findChild<FrameOverlay*>(); }, 60000))
        qFatal("no frame");
    QTest::qWait(500);
    Q_EMIT section->degreesWanted(4);
    QTest::qWait(300);
    save(window, "crop");
    Q_EMIT section->accepted();
    if (!waitForPhoto(window))
        qFatal("the photo was not cropped");
    QTest::qWait(500);
    save(window, "cropped");
    window.actions()[Command::Undo]->trigger();
    QTest::qWait(300);
    waitForPhoto(window);
}

// Damage that is marked, filled in and shown: a line across the photo, as somebody draws it.
void saveRepair(MainWindow& window)
{
    window.actions()[Command::Repair]->trigger();
    PhotoView* view = window.stage()->view();
    auto* overlay = view->findChild<BrushOverlay*>();
    if (!overlay)
        qFatal("no brush");
    const auto& pixels = window.session()->shown()->before()->pixels;
    const auto draw = [&](QPointF from, QPointF to) {
        const auto place = [&](double part) {
            const QPointF at = from + part * (to - from);
            return view->fromPhoto({at.x() * pixels.cols, at.y() * pixels.rows}).toPoint();
        };
        QTest::mousePress(overlay, Qt::LeftButton, {}, place(0));
        for (int i = 1; i <= 16; ++i) {
            QMouseEvent move(QEvent::MouseMove, place(i / 16.0),
                             overlay->mapToGlobal(place(i / 16.0)), Qt::NoButton, Qt::LeftButton,
                             {});
            QApplication::sendEvent(overlay, &move);
        }
        QTest::mouseRelease(overlay, Qt::LeftButton, {}, place(1));
    };
    draw({0.2, 0.2}, {0.45, 0.6});
    draw({0.6, 0.3}, {0.8, 0.35});
    save(window, "repair-drawn");
    if (!waitForPhoto(window))
        qFatal("the photo was not repaired");
    QTest::qWait(500);
    save(window, "repair-filled");
    window.actions()[Command::ShowFilled]->trigger();
    QTest::qWait(500);
    save(window, "repair");
    window.actions()[Command::Repair]->trigger();
    for (int i = 0; i < 2; ++i)
        window.actions()[Command::Undo]->trigger();
    waitForPhoto(window);
}

// Every value of the training, from the rows of the loss and of the optimiser on.
void saveUnfolded(MainWindow& window, const QString& name)
{
    auto* form = window.training()->panel()->findChild<SettingsForm*>();
    const QStringList folded = form->foldedSections();
    form->setFoldedSections({});
    QTest::qWait(500);
    for (const char* key : {"vividness", "seed"}) {
        for (QWidget* widget = form; widget; widget = widget->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(widget))
                area->ensureWidgetVisible(form->row(key));
        }
        QTest::qWait(500);
        save(window, name + u'-' + QLatin1String(key));
    }
    form->setFoldedSections(folded);
}

void saveTraining(MainWindow& window, const QString& photos, const QString& run)
{
    using Page = TrainingPanel::Page;
    if (!qEnvironmentVariableIsSet("SCREENSHOT_SIZE"))
        window.resize(1500, 900);
    while (window.stage()->messages()->count() > 0)
        window.stage()->messages()->dismiss();
    window.showTraining();
    TrainingPanel* panel = window.training()->panel();
    panel->data()->setSources(data_kind::archive, {photos});
    panel->data()->lookThrough();
    if (!QTest::qWaitFor([&] { return panel->data()->data().has_value(); }, 120000))
        qFatal("the photos were not looked through");
    QTest::qWait(1500);
    save(window, "training-photos");
    auto* dock = window.findChild<QDockWidget*>(QStringLiteral("trainingDock"));
    window.resizeDocks({dock}, {1000}, Qt::Horizontal);
    for (QWidget* widget = panel->data()->figures(); widget; widget = widget->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(widget))
            area->ensureWidgetVisible(panel->data()->figures());
    }
    QTest::qWait(500);
    save(window, "training-figures");
    window.resizeDocks({dock}, {500}, Qt::Horizontal);
    if (!run.isEmpty()) {
        panel->openTraining(run);
        QTest::qWait(3000);
        save(window, "training-run");
    }
    for (const auto& [page, name] : {std::pair(Page::SetUp, "training-set-up"),
                                     std::pair(Page::Compare, "training-comparison"),
                                     std::pair(Page::Models, "training-models")}) {
        panel->showPage(page);
        QTest::qWait(2000);
        save(window, name);
        if (page == Page::SetUp)
            saveUnfolded(window, name);
    }
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
    qputenv("AUTOCHROME_QUEUE", QFile::encodeName(settings.filePath("queue.sqlite")));
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
    const QStringList size = qEnvironmentVariable("SCREENSHOT_SIZE", "1280x800").split('x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
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
    saveCrop(window);
    saveRepair(window);
    actions[Command::Find]->trigger();
    QTest::keyClicks(window.findChild<ActionFinder*>()->field(),
                     qEnvironmentVariable("SCREENSHOT_QUERY", "co"));
    save(*window.findChild<ActionFinder*>(), "finder");
    window.findChild<ActionFinder*>()->hide();
    actions[Command::Export]->trigger();
    QTest::qWait(100);
    save(*window.exportDialog(), "export");
    window.exportDialog()->close();
    actions[Command::Presets]->trigger();
    QTest::qWait(100);
    save(*window.findChild<PresetsDialog*>(), "presets");
    window.findChild<PresetsDialog*>()->close();
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
    if (const QString folder = qEnvironmentVariable("SCREENSHOT_QUEUE"); !folder.isEmpty())
        saveQueue(window, folder);
    if (const QString folders = qEnvironmentVariable("SCREENSHOT_TRAINING"); !folders.isEmpty())
        saveTraining(window, folders.section(':', 0, 0), folders.section(':', 1));
    return 0;
}
