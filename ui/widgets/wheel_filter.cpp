#include "ui/widgets/wheel_filter.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace autochrome {

namespace {

/// What a turn of the wheel would give another value. A scroll bar has none.
bool holdsAValue(const QObject* object)
{
    return qobject_cast<const QComboBox*>(object) ||
           qobject_cast<const QAbstractSpinBox*>(object) ||
           (qobject_cast<const QAbstractSlider*>(object) &&
            !qobject_cast<const QScrollBar*>(object));
}

/// The focus of a number field may be with the line inside it.
bool hasFocusInside(const QWidget* widget)
{
    const QWidget* focused = QApplication::focusWidget();
    return focused && (focused == widget || widget->isAncestorOf(focused));
}

class WheelFilter : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish)
            return false;
        if (!holdsAValue(object))
            return false;
        auto* widget = static_cast<QWidget*>(object);
        if (event->type() == QEvent::Polish) {
            // Else Qt gives it the focus before the wheel arrives.
            if (widget->focusPolicy() == Qt::WheelFocus)
                widget->setFocusPolicy(Qt::StrongFocus);
            return false;
        }
        if (hasFocusInside(widget))
            return false;
        event->ignore(); // it goes on to the parent
        return true;
    }
};

} // namespace

void installWheelFilter()
{
    static const QString name = QStringLiteral("wheelFilter");
    if (qApp->findChild<QObject*>(name, Qt::FindDirectChildrenOnly))
        return;
    auto* filter = new WheelFilter(qApp);
    filter->setObjectName(name);
    qApp->installEventFilter(filter);
}

} // namespace autochrome
