#include "ui/window/crop_actions.h"

#include "ui/crop/crop_section.h"
#include "ui/crop/crop_tool.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/window/actions.h"
#include "ui/window/shown_photo.h"

namespace autochrome {

CropActions::CropActions(const Actions& actions, const PhotoSession* session, const Places& places,
                         QThreadPool* pool, QObject* parent)
    : QObject(parent),
      actions_(actions),
      session_(session),
      places_(places),
      tool_(new CropTool(places.view, pool, this))
{
    places.panel->addTool(tool_->section(), tr("Crop and straighten"));
    connect(tool_, &CropTool::activeChanged, this, &CropActions::onActive);
    connect(session, &PhotoSession::shownChanged, tool_, &CropTool::cancel);
    connect(actions[Command::Crop], &QAction::triggered, this, [this](bool on) {
        if (on) {
            Q_EMIT starting();
            tool_->start(session_->shown());
        } else {
            tool_->apply();
        }
        refresh();
    });
}

void CropActions::leave()
{
    tool_->apply();
    tool_->cancel(); // the frame was not there yet
}

void CropActions::onActive(bool active)
{
    places_.shown->setHeld(active);
    places_.panel->showTool(active ? tool_->section() : nullptr);
    if (active && !actions_[Command::Panel]->isChecked())
        actions_[Command::Panel]->trigger();
    refresh();
}

void CropActions::refresh()
{
    const PhotoDocument* document = session_->shown();
    QAction* action = actions_[Command::Crop];
    action->setEnabled(document && document->isRead());
    action->setChecked(tool_->isActive());
    // The frame is drawn on one picture.
    if (tool_->isActive())
        for (const Command command : {Command::Split, Command::SideBySide, Command::Alternate})
            actions_[command]->setEnabled(false);
}

} // namespace autochrome
