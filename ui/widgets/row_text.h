#pragma once

#include <QColor>
#include <QString>
#include <Qt>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace autochrome {

/// The colour of a row's text in a list or table, as the style would have it.
/// @param quiet  for what matters less
QColor rowTextColour(const QStyleOptionViewItem& option, bool quiet);

/// Draws one line of text, elided where it has no room.
void drawLine(QPainter* painter, const QRect& line, const QString& text,
              Qt::TextElideMode elide = Qt::ElideRight);

/// A name that is shown within a line: its middle left out where it is longer than a line bears.
/// Where it stands in full, in a tooltip for one, is the caller's to decide.
QString shortenedName(const QString& name, int most = 60);

} // namespace autochrome
