#include "ui/window/shortcut_sheet.h"

#include "ui/window/action_finder.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>

namespace autochrome {

namespace {
constexpr int charactersOfColumn = 44;
} // namespace

ShortcutSheet::ShortcutSheet(const QMenuBar* bar, QWidget* parent)
    : TextWindow(tr("Keys"), tr("Keys of all actions"), parent)
{
    for (const QAction* entry : bar->actions()) {
        Group group;
        if (entry->menu())
            addRows(entry->menu(), group);
        if (group.lines == 0)
            continue;
        group.html = QStringLiteral("<h3>%1</h3><table cellspacing=\"3\">%2</table>")
                         .arg(ActionFinder::nameOf(entry).toHtmlEscaped(), group.html);
        groups_ << group;
    }
    layOut(2);
}

void ShortcutSheet::addRows(const QMenu* menu, Group& group)
{
    for (const QAction* action : menu->actions()) {
        if (action->menu()) {
            addRows(action->menu(), group);
            continue;
        }
        QStringList keys;
        for (const QKeySequence& shortcut : action->shortcuts())
            keys << QStringLiteral("<b>%1</b>")
                        .arg(shortcut.toString(QKeySequence::NativeText).toHtmlEscaped());
        if (keys.isEmpty())
            continue;
        group.html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                          .arg(ActionFinder::nameOf(action).toHtmlEscaped(),
                               keys.join(tr(" or ", "between keys that do the same")));
        ++group.lines;
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
        text()->setHtml(QStringLiteral("<table cellspacing=\"0\"><tr>%1<td>&nbsp;&nbsp;&nbsp;</td>"
                                       "<td>%2</td></tr></table>")
                            .arg(html, column));
    else
        text()->setHtml(column);
}

void ShortcutSheet::resizeEvent(QResizeEvent* event)
{
    TextWindow::resizeEvent(event);
    layOut(width() >= 2 * charactersOfColumn * fontMetrics().averageCharWidth() ? 2 : 1);
}

} // namespace autochrome
