#include "ui/widgets/row_text.h"

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

QString shortenedName(const QString& name, int most)
{
    if (name.size() <= most)
        return name;
    // The end tells more than the beginning: numbers and the extension stand there.
    qsizetype first = (most - 1) / 2;
    qsizetype rest = name.size() - (most - 1 - first);
    if (name[first - 1].isHighSurrogate())
        --first;
    if (name[rest].isLowSurrogate())
        ++rest;
    return name.left(first) + u'…' + name.mid(rest);
}

} // namespace autochrome
