#include "tests/ui/window/walked_windows.h"

#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/job_table_model.h"
#include "ui/queue/queue_dialog.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/settings/settings.h"
#include "ui/window/about_dialog.h"
#include "ui/window/action_finder.h"
#include "ui/window/export_dialog.h"
#include "ui/window/help_window.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/presets_dialog.h"
#include "ui/window/progress_strip.h"
#include "ui/window/quit_guard.h"
#include "ui/window/shortcut_sheet.h"
#include "ui/window/training_dock.h"
#include "ui/window/unfinished_work.h"
#ifdef AUTOCHROME_TRAINING
#include "ui/training/compare/compare_page.h"
#include "ui/training/data/data_page.h"
#include "ui/training/models/models_page.h"
#include "ui/training/panel/training_chooser.h"
#include "ui/training/panel/training_panel.h"
#include "ui/training/run/run_page.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/training/setup/start_choice.h"
#endif

#include <QAbstractButton>
#include <QComboBox>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QtTest>

namespace autochrome {

namespace {

constexpr int patience = 60000;

bool waitUntil(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, patience);
}

/// A window of the program with nothing open yet.
std::unique_ptr<MainWindow> emptyWindow()
{
    auto window = std::make_unique<MainWindow>();
    window->resize(1200, 800);
    window->show();
    waitUntil([&] { return window->colorizerService()->colorizer() != nullptr; });
    return window;
}

#ifdef AUTOCHROME_TRAINING
/// Brings to sight what waits for a training: all of a page is walked, whatever it has to show.
void unfold(QWidget* page)
{
    for (QWidget* widget : page->findChildren<QWidget*>()) {
        // One that waits for its text would stand there without.
        auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool isBlank = button && button->text().isEmpty() && button->icon().isNull();
        if (isBlank || widget->sizeHint().height() == 0) {
            widget->hide();
            continue;
        }
        if (widget->isHidden() && !widget->isWindow() &&
            !qobject_cast<QStackedWidget*>(widget->parentWidget()) &&
            widget->metaObject()->className() != QByteArray("QScrollBar"))
            widget->show();
    }
    QCoreApplication::processEvents();
}

void walkTraining(TrainingPanel::Page page, const WindowCheck& check)
{
    const auto window = emptyWindow();
    window->resize(1400, 900);
    window->showTraining();
    TrainingPanel* panel = window->training()->panel();
    waitUntil([&] { return panel->findChild<TrainingChooser*>()->isReady(); });
    waitUntil([&] { return panel->setUp()->startChoice()->modelBox()->count() > 0; });
    panel->showPage(page);
    QTest::qWait(100);
    check(window.get());
    QWidget* pages[] = {panel->data(), panel->setUp(), panel->run(), panel->compare(),
                        panel->models()};
    unfold(pages[int(page)]);
    check(window.get());
}
#endif

void walkDialog(const WindowCheck& check, const std::function<QWidget*(MainWindow&)>& open,
                const QStringList& photos = {})
{
    const auto window = photos.isEmpty() ? emptyWindow() : openWindow(photos);
    QWidget* dialog = open(*window);
    if (!dialog || !waitUntil([&] { return dialog->isVisible(); })) {
        QFAIL("it does not open");
        return;
    }
    check(dialog);
    dialog->close();
}

} // namespace

std::vector<WalkedWindow> walkedWindows()
{
    std::vector<WalkedWindow> all{
        {"empty",
         [](const WindowFixture&, const WindowCheck& check) { check(emptyWindow().get()); }},
        {"with photos",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             const auto window =
                 openWindow({fixture.makePhoto("a.jpg"), fixture.makePhoto("b & c.png")});
             check(window.get());
         }},
        {"while a frame is drawn",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             const auto window = openWindow({fixture.makePhoto("a.png", 300, 200)});
             window->actions()[Command::Crop]->trigger();
             waitUntil([&] { return window->stage()->findChild<QWidget*>("frameOverlay"); });
             check(window.get());
         }},
        {"while damage is marked",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             const auto window = openWindow({fixture.makePhoto("a.png", 300, 200)});
             window->actions()[Command::Repair]->trigger();
             waitUntil([&] { return window->stage()->findChild<QWidget*>("brushOverlay"); });
             check(window.get());
         }},
        {"with a message and work",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             const auto window = openWindow({fixture.makePhoto("a.png")});
             window->stage()->messages()->post({.kind = Notice::Kind::Info, .sentence = "One."});
             window->stage()->messages()->post({.kind = Notice::Kind::Error,
                                                .sentence = "It did not work.",
                                                .detail = "Because.",
                                                .actionText = "Try again",
                                                .action = [] {}});
             window->stage()->progress()->setWork(Work("Waiting"));
             waitUntil([&] { return window->stage()->progress()->isVisible(); });
             check(window.get());
         }},
        {"with a queue",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             fixture.makePhoto("a.png");
             fixture.makePhoto("b.png");
             const auto window = emptyWindow();
             window->addToQueue({fixture.folder() + "/photos"});
             auto* dialog = window->findChild<QueueDialog*>();
             waitUntil([&] { return dialog->addButton()->isEnabled(); });
             dialog->addButton()->click();
             waitUntil([&] { return window->batchPanel()->model()->rowCount() == 2; });
             QTest::qWait(50);
             check(window.get());
         }},
        {"adding to the queue",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             fixture.makePhoto("a.png");
             walkDialog(check, [&](MainWindow& window) {
                 window.addToQueue({fixture.folder() + "/photos"});
                 auto* dialog = window.findChild<QueueDialog*>();
                 waitUntil([&] { return dialog->startButton()->isEnabled(); });
                 return dialog;
             });
         }},
        {"export",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             walkDialog(check,
                        [](MainWindow& window) {
                            window.actions()[Command::Export]->trigger();
                            return window.exportDialog();
                        },
                        {fixture.makePhoto("a.jpg")});
         }},
        {"preferences",
         [](const WindowFixture&, const WindowCheck& check) {
             walkDialog(check, [](MainWindow& window) {
                 window.actions()[Command::Preferences]->trigger();
                 auto* dialog = window.findChild<PreferencesDialog*>();
                 waitUntil([&] { return dialog->model()->isEnabled(); });
                 return dialog;
             });
         }},
        {"presets",
         [](const WindowFixture& fixture, const WindowCheck& check) {
             walkDialog(check,
                        [](MainWindow& window) {
                            window.actions()[Command::Presets]->trigger();
                            return window.findChild<PresetsDialog*>();
                        },
                        {fixture.makePhoto("a.jpg")});
         }},
        {"about",
         [](const WindowFixture&, const WindowCheck& check) {
             walkDialog(check, [](MainWindow& window) {
                 window.actions()[Command::About]->trigger();
                 return window.findChild<AboutDialog*>();
             });
         }},
        {"help",
         [](const WindowFixture&, const WindowCheck& check) {
             walkDialog(check, [](MainWindow& window) {
                 window.actions()[Command::Help]->trigger();
                 return window.findChild<HelpWindow*>();
             });
         }},
        {"all keys",
         [](const WindowFixture&, const WindowCheck& check) {
             walkDialog(check, [](MainWindow& window) {
                 window.actions()[Command::Shortcuts]->trigger();
                 return window.findChild<ShortcutSheet*>();
             });
         }},
        {"finding an action",
         [](const WindowFixture&, const WindowCheck& check) {
             walkDialog(check, [](MainWindow& window) {
                 window.actions()[Command::Find]->trigger();
                 return window.findChild<ActionFinder*>();
             });
         }},
        {"question before quitting",
         [](const WindowFixture&, const WindowCheck& check) {
             walkDialog(check, [](MainWindow& window) {
                 auto* guard = new QuitGuard(&window, [] {
                     UnfinishedWork work;
                     work.exports << QStringLiteral("a.png");
                     return work;
                 });
                 guard->mayClose();
                 return guard->question();
             });
         }},
    };
#ifdef AUTOCHROME_TRAINING
    using Page = TrainingPanel::Page;
    all.push_back({"warning before training", [](const WindowFixture&, const WindowCheck& check) {
                       walkDialog(check, [](MainWindow& window) {
                           window.actions()[Command::Training]->trigger();
                           return window.training()->warning();
                       });
                   }});
    for (const auto& [page, name] :
         {std::pair(Page::Photos, "training, photos"), std::pair(Page::SetUp, "training, set-up"),
          std::pair(Page::Run, "training, run"), std::pair(Page::Compare, "training, comparison"),
          std::pair(Page::Models, "training, models")})
        all.push_back({name, [page = page](const WindowFixture&, const WindowCheck& check) {
                           walkTraining(page, check);
                       }});
#endif
    return all;
}

} // namespace autochrome
