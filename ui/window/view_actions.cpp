#include "ui/window/view_actions.h"

#include "ui/document/photo_session.h"
#include "ui/settings/settings.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/actions.h"

#include <utility>

namespace autochrome {

namespace {

const char* modeId(CompareMode mode)
{
    switch (mode) {
    case CompareMode::SideBySide:
        return "side-by-side";
    case CompareMode::Alternate:
        return "flip"; // as settings of earlier versions call it
    case CompareMode::Split:
        break;
    }
    return "split";
}

} // namespace

ViewActions::ViewActions(Actions& actions, const PhotoSession* session, PhotoView* view,
                         QObject* parent)
    : QObject(parent), actions_(actions), session_(session), view_(view)
{
    auto on = [this](Command command, auto what) {
        connect(actions_[command], &QAction::triggered, this, what);
    };
    on(Command::Fit, [view] { view->zoomToFit(); });
    on(Command::OneToOne, [view] { view->zoomTo(1); });
    on(Command::ZoomIn, [view] { view->zoomIn(); });
    on(Command::ZoomOut, [view] { view->zoomOut(); });
    connectCompareModes();
}

void ViewActions::connectCompareModes()
{
    const std::pair<Command, CompareMode> modes[] = {{Command::Split, CompareMode::Split},
                                                     {Command::SideBySide, CompareMode::SideBySide},
                                                     {Command::Alternate, CompareMode::Alternate}};
    for (const auto& [command, mode] : modes) {
        QAction* action = actions_[command];
        connect(action, &QAction::triggered, this,
                [view = view_, mode = mode] { view->setMode(mode); });
        connect(view_, &PhotoView::modeChanged, action, [action, mode = mode](CompareMode now) {
            if (now == mode)
                action->setChecked(true);
        });
    }
}

void ViewActions::restore()
{
    const QString mode = settingValue(setting::compareMode);
    for (CompareMode known :
         {CompareMode::Split, CompareMode::SideBySide, CompareMode::Alternate}) {
        if (mode == QLatin1String(modeId(known)))
            view_->setMode(known);
    }
    setSingleKeys(settingValue(setting::singleKeys));
}

void ViewActions::setSingleKeys(bool on)
{
    actions_.setSingleKeys(on);
    view_->setSingleKeys(on);
}

void ViewActions::remember() const
{
    setSetting(setting::compareMode, QString::fromLatin1(modeId(view_->mode())));
}

void ViewActions::refresh()
{
    for (const Command command :
         {Command::Split, Command::SideBySide, Command::Alternate, Command::ShowBefore,
          Command::Fit, Command::OneToOne, Command::ZoomIn, Command::ZoomOut})
        actions_[command]->setEnabled(session_->shown() != nullptr);
}

} // namespace autochrome
