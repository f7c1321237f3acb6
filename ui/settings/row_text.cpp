#include "ui/settings/row_text.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace autochrome {

QColor rowTextColour(const QStyleOptionViewItem& option, bool quiet)
{
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const bool selected = option.state & QStyle::State_Selected;
    QColor colour =
        option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    if (quiet)
        colour.setAlphaF(0.7F);
    return colour;
}

void drawLine(QPainter* painter, const QRect& line, const QString& text, Qt::TextElideMode elide)
{
    painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                      painter->fontMetrics().elidedText(text, elide, line.width()));
}

} // namespace autochrome
