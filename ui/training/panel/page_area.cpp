#include "ui/training/panel/page_area.h"

#include "ui/widgets/focus_in_sight.h"

#include <QEvent>
#include <QScrollBar>

namespace autochrome {

PageArea::PageArea(QWidget* page, const QString& name)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(page);
    setAccessibleName(name);
    keepFocusInSight(this);
}

bool PageArea::eventFilter(QObject* object, QEvent* event)
{
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(object, event);
}

QSize PageArea::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {widget()->minimumSizeHint().width() + bar, fontMetrics().height() * 4};
}

} // namespace autochrome
