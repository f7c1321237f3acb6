#include "ui/window/before_key.h"

#include "ui/document/photo_session.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/actions.h"

#include <QApplication>
#include <QKeyEvent>

namespace autochrome {

BeforeKey::BeforeKey(const Actions& actions, const PhotoSession* session, PhotoView* view,
                     QWidget* window)
    : QObject(window), actions_(actions), session_(session), view_(view), window_(window)
{
    connect(actions_[Command::ShowBefore], &QAction::triggered, this, &BeforeKey::setShowing);
    qApp->installEventFilter(this);
}

void BeforeKey::setShowing(bool before)
{
    view_->setShowingBefore(before);
    actions_[Command::ShowBefore]->setChecked(before);
}

bool BeforeKey::eventFilter(QObject* object, QEvent* event)
{
    const auto type = event->type();
    // A key that goes up in another window is never seen here.
    if (type == QEvent::ActivationChange && object == window_ && !window_->isActiveWindow() &&
        view_->isShowingBefore())
        setShowing(false);
    if (type == QEvent::ShortcutOverride || type == QEvent::KeyPress ||
        type == QEvent::KeyRelease) {
        auto* key = static_cast<QKeyEvent*>(event);
        const QWidget* widget = qobject_cast<QWidget*>(object);
        const bool here = widget && widget->window() == window_ && session_->shown();
        const bool typing = widget && widget->testAttribute(Qt::WA_InputMethodEnabled);
        if (here && !typing && key->key() == Qt::Key_Backslash && actions_.hasSingleKeys()) {
            if (type == QEvent::ShortcutOverride)
                event->accept(); // so that it arrives as a key
            else if (!key->isAutoRepeat())
                setShowing(type == QEvent::KeyPress);
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

} // namespace autochrome
