#include "ui/window/program_actions.h"

#include "ui/document/colorizer_service.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/window/about_dialog.h"
#include "ui/window/action_finder.h"
#include "ui/window/actions.h"
#include "ui/window/help_window.h"
#include "ui/window/shortcut_sheet.h"

#include <QMainWindow>
#include <QMenuBar>

namespace autochrome {

ProgramActions::ProgramActions(const Actions& actions, const ColorizerService* service,
                               QMainWindow* window)
    : QObject(window),
      actions_(actions),
      window_(window),
      finder_(new ActionFinder(actions.all(), window))
{
    auto on = [this](Command command, auto what) {
        connect(actions_[command], &QAction::triggered, this, what);
    };
    on(Command::Quit, [this] { window_->close(); });
    on(Command::Preferences, [this] { showPreferences(); });
    on(Command::Find, [this] { finder_->open(); });
    on(Command::Help, [this] { showHelp(); });
    on(Command::Shortcuts, [this] { (new ShortcutSheet(window_->menuBar(), window_))->show(); });
    on(Command::About,
       [this, service] { (new AboutDialog(service->colorizer(), window_))->open(); });
}

void ProgramActions::showPreferences()
{
    auto* dialog = new PreferencesDialog(window_);
    connect(dialog, &PreferencesDialog::computeChanged, this, &ProgramActions::computeChanged);
    connect(dialog, &PreferencesDialog::singleKeysChanged, this,
            &ProgramActions::singleKeysChanged);
    dialog->open();
}

void ProgramActions::showHelp()
{
    auto* help = window_->findChild<HelpWindow*>();
    if (!help)
        help = new HelpWindow(actions_[Command::Shortcuts], window_);
    help->show();
    help->raise();
    help->activateWindow();
}

} // namespace autochrome
