#include "ui/widgets/focus_ring.h"

#include <QApplication>
#include <QFocusFrame>
#include <QKeyEvent>
#include <QPointer>

namespace autochrome {

namespace {

/// Keys that move about. Typing into a field shows where it goes by itself.
bool isMovingKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Escape:
        return true;
    default:
        return event.modifiers() & (Qt::AltModifier | Qt::ControlModifier);
    }
}

class FocusRing : public QObject
{
public:
    explicit FocusRing(QObject* parent) : QObject(parent)
    {
        connect(qApp, &QApplication::focusChanged, this,
                [this](QWidget*, QWidget* now) { follow(now); });
    }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::ShortcutOverride:
            if (isMovingKey(*static_cast<QKeyEvent*>(event)))
                setKeyboard(true);
            break;
        case QEvent::Move:
            cameIntoSight(object);
            break;
        case QEvent::MouseButtonPress:
        case QEvent::TouchBegin:
            setKeyboard(false);
            break;
        default:
            break;
        }
        return false;
    }

private:
    void setKeyboard(bool used)
    {
        if (used == keyboard_)
            return;
        keyboard_ = used;
        follow(QApplication::focusWidget());
    }

    /// Qt hides the frame of what is out of sight, and leaves it so when a page scrolls there.
    void cameIntoSight(const QObject* moved)
    {
        QWidget* focused = QApplication::focusWidget();
        const auto* widget = qobject_cast<const QWidget*>(moved);
        if (!frame_ || !frame_->isHidden() || !focused || !widget || !widget->isAncestorOf(focused))
            return;
        frame_->setWidget(nullptr);
        follow(focused);
    }

    void follow(QWidget* focused)
    {
        // The frame becomes a child of the window it is in, and goes with it.
        if (!keyboard_ || !focused || focused->isWindow() ||
            focused->property(marksItsFocus).toBool()) {
            if (frame_)
                frame_->setWidget(nullptr);
            return;
        }
        if (!frame_)
            frame_ = new QFocusFrame;
        frame_->setWidget(focused);
    }

    QPointer<QFocusFrame> frame_;
    bool keyboard_ = false;
};

} // namespace

void installFocusRing()
{
    static const QString name = QStringLiteral("focusRing");
    if (qApp->findChild<QObject*>(name, Qt::FindDirectChildrenOnly))
        return;
    auto* ring = new FocusRing(qApp);
    ring->setObjectName(name);
    qApp->installEventFilter(ring);
}

} // namespace autochrome
