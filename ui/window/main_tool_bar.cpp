#include "ui/window/main_tool_bar.h"

#include "ui/document/photo_session.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/tool_bar_keys.h"
#include "ui/window/actions.h"
#include "ui/window/zoom_button.h"

#include <QToolButton>

namespace autochrome {

MainToolBar::MainToolBar(const Actions& actions, const PhotoSession* session, PhotoView* view,
                         QWidget* parent)
    : QToolBar(tr("Tool bar"), parent), session_(session), zoom_(new ZoomButton(view, actions))
{
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(20, 20));
    auto add = [this, &actions](std::initializer_list<Command> commands) {
        for (Command command : commands)
            addAction(actions[command]);
    };
    add({Command::Open, Command::Export});
    addSeparator();
    add({Command::Split, Command::SideBySide, Command::Alternate});
    addSeparator();
    add({Command::RotateLeft, Command::RotateRight, Command::Crop, Command::Repair});
    addSeparator();
    add({Command::Fit, Command::OneToOne});
    // Their pictures say it all, and in a small window there is no room for more.
    for (const Command command : {Command::RotateLeft, Command::RotateRight, Command::Crop,
                                  Command::Repair, Command::Fit, Command::OneToOne})
        static_cast<QToolButton*>(widgetForAction(actions[command]))
            ->setToolButtonStyle(Qt::ToolButtonIconOnly);
    addWidget(zoom_);
    addSeparator();
    add({Command::Batch});
    letKeysReach(this);
    connect(view, &PhotoView::zoomChanged, this, &MainToolBar::refresh);
}

void MainToolBar::refresh()
{
    zoom_->refresh(session_->shown() != nullptr);
}

} // namespace autochrome
