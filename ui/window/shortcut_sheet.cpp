#include "ui/window/shortcut_sheet.h"

#include "ui/window/action_finder.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QScrollBar>
#include <QTextBrowser>
#include <algorithm>

namespace autochrome {

namespace {

constexpr int airCharacters = 9; // beside and between the two parts of a column

/// Without what it would undo at the moment.
QString nameOf(const QAction* action)
{
    return ActionFinder::nameOf(action).section(QLatin1String(": "), 0, 0);
}

} // namespace

ShortcutSheet::ShortcutSheet(const QMenuBar* bar, QWidget* parent)
    : TextWindow(tr("Keys"), tr("Keys of all actions"), parent)
{
    int column = 0;
    for (const QAction* entry : bar->actions()) {
        Group group;
        if (entry->menu())
            addRows(entry->menu(), group);
        if (group.lines == 0)
            continue;
        group.html = QStringLiteral("<h3>%1</h3><table cellspacing=\"3\">%2</table>")
                         .arg(ActionFinder::nameOf(entry).toHtmlEscaped(), group.html);
        groups_ << group;
        column = std::max(column, group.names + group.keys);
    }
    const int air = fontMetrics().averageCharWidth() * airCharacters;
    widthOfTwo_ = 2 * (column + air);
    layOut(2);
    const QSize room = screen()->availableSize() * 9 / 10;
    const int scroller = text()->verticalScrollBar()->sizeHint().width();
    resize(QSize(widthOfTwo_ + scroller, height()).boundedTo(room));
}

void ShortcutSheet::addRows(const QMenu* menu, Group& group) const
{
    const QString either = tr(" or ", "between keys that do the same");
    for (const QAction* action : menu->actions()) {
        if (action->menu()) {
            addRows(action->menu(), group);
            continue;
        }
        QStringList keys;
        QStringList plain;
        for (const QKeySequence& shortcut : action->shortcuts()) {
            plain << shortcut.toString(QKeySequence::NativeText);
            keys << QStringLiteral("<b>%1</b>").arg(plain.last().toHtmlEscaped());
        }
        if (keys.isEmpty())
            continue;
        group.html += QStringLiteral("<tr><td style=\"white-space:nowrap\">%1&nbsp;&nbsp;</td>"
                                     "<td style=\"white-space:nowrap\">%2</td></tr>")
                          .arg(nameOf(action).toHtmlEscaped(), keys.join(either));
        ++group.lines;
        QFont bold = font();
        bold.setBold(true);
        group.names = std::max(group.names, fontMetrics().horizontalAdvance(nameOf(action)));
        group.keys = std::max(group.keys, QFontMetrics(bold).horizontalAdvance(plain.join(either)));
    }
}

void ShortcutSheet::layOut(int columns)
{
    if (columns == columns_)
        return;
    columns_ = columns;
    int all = 0;
    for (const Group& group : groups_)
        all += group.lines + 2; // with its title
    QString html;
    QString column;
    int lines = 0;
    for (const Group& group : groups_) {
        // The next column begins where half of all lines would be passed by more than half a menu.
        if (columns > 1 && html.isEmpty() && lines + (group.lines + 2) / 2 > all / 2) {
            html = QStringLiteral("<td>%1</td>").arg(column);
            column.clear();
        }
        column += group.html;
        lines += group.lines + 2;
    }
    if (columns > 1)
        text()->setHtml(QStringLiteral("<table cellspacing=\"0\"><tr>%1<td "
                                       "style=\"white-space:nowrap\">&nbsp;&nbsp;&nbsp;</td>"
                                       "<td>%2</td></tr></table>")
                            .arg(html, column));
    else
        text()->setHtml(column);
}

void ShortcutSheet::resizeEvent(QResizeEvent* event)
{
    TextWindow::resizeEvent(event);
    layOut(text()->viewport()->width() >= widthOfTwo_ ? 2 : 1);
}

} // namespace autochrome
