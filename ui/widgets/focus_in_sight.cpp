#include "ui/widgets/focus_in_sight.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>
#include <optional>
#include <utility>

namespace autochrome {

namespace {

class FocusInSight : public QObject
{
public:
    explicit FocusInSight(QScrollArea* area) : QObject(area), area_(area)
    {
        area->widget()->installEventFilter(this);
        area->viewport()->installEventFilter(this);
        connect(qApp, &QApplication::focusChanged, this, &FocusInSight::lookSoon);
        connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, &FocusInSight::look);
    }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            keepSoon();
        return QObject::eventFilter(object, event);
    }

private:
    /// How far the bar must go so that the field with the focus is seen from top to bottom; nothing
    /// if none of the area's has it, or if it is higher than the room for it.
    std::optional<int> missing() const
    {
        const QWidget* focused =
            area_->window()->focusWidget(); // also of a window in the background
        const QWidget* room = area_->viewport();
        if (!focused || !focused->isVisible() || !room->isAncestorOf(focused) ||
            focused->height() > room->height())
            return {};
        const int top = focused->mapTo(room, QPoint()).y();
        const int below = top + focused->height() - room->height();
        return top < 0 ? top : std::max(below, 0);
    }

    void look()
    {
        if (!isMoving_) // while it is laid out, the bar follows: nobody has scrolled
            isSeen_ = missing() == 0;
    }

    void lookSoon()
    {
        // The area scrolls to what gets the focus after it has got it.
        QMetaObject::invokeMethod(this, &FocusInSight::look, Qt::QueuedConnection);
    }

    void keepSoon()
    {
        if (std::exchange(isMoving_, true))
            return;
        QMetaObject::invokeMethod(this, &FocusInSight::keep, Qt::QueuedConnection);
    }

    void keep()
    {
        QScrollBar* bar = area_->verticalScrollBar();
        if (isSeen_)
            bar->setValue(bar->value() + missing().value_or(0));
        isMoving_ = false;
        look();
    }

    QScrollArea* area_;
    bool isSeen_ = false;
    bool isMoving_ = false;
};

} // namespace

void keepFocusInSight(QScrollArea* area)
{
    new FocusInSight(area);
}

} // namespace autochrome
