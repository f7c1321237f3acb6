#include "ui/window/zoom_button.h"

#include "ui/viewer/photo_view.h"
#include "ui/window/actions.h"

#include <QMenu>
#include <cmath>

namespace autochrome {

ZoomButton::ZoomButton(PhotoView* view, const Actions& actions, QWidget* parent)
    : QToolButton(parent), view_(view)
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Choose a zoom"));
    auto* menu = new QMenu(this);
    menu->addAction(actions[Command::Fit]);
    menu->addAction(actions[Command::OneToOne]);
    menu->addSeparator();
    for (const int percent : percents) {
        QAction* action = menu->addAction(tr("%1 %").arg(percent), view,
                                          [view, percent] { view->zoomTo(percent / 100.0); });
        action->setCheckable(true);
        action->setData(percent);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (QAction* action : menu->actions()) {
            if (action->data().isValid())
                action->setChecked(action->data().toInt() == std::lround(view_->zoom() * 100));
        }
    });
    setMenu(menu);
    refresh(false);
}

void ZoomButton::refresh(bool hasPhoto)
{
    setEnabled(hasPhoto);
    setText(hasPhoto ? tr("%1 %").arg(std::lround(view_->zoom() * 100)) : QString());
    // (by its text alone a screen reader would not know what the figure is of)
    setAccessibleName(hasPhoto ? tr("Zoom: %1").arg(text()) : tr("Zoom"));
    // The tool bar does not shuffle when the figure grows.
    const int widest = fontMetrics().horizontalAdvance(QStringLiteral("0000 %"));
    setMinimumWidth(widest + 4 * fontMetrics().averageCharWidth());
}

} // namespace autochrome
