#include "ui/window/shortcut_sheet.h"

#include "ui/window/action_finder.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QTextBrowser>

namespace autochrome {

namespace {
constexpr int charactersOfColumn = 56;
constexpr int usualCharacters = 130;

/// Without what it would undo at the moment.
QString nameOf(const QAction* action)
{
    return ActionFinder::nameOf(action).section(QLatin1String(": "), 0, 0);
}

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
        group.html = QStringLiteral("<h3>%1</h3><table cellspacing=\"3\" width=\"100%\">%2</table>")
                         .arg(ActionFinder::nameOf(entry).toHtmlEscaped(), group.html);
        groups_ << group;
    }
    layOut(2);
    const QSize room = screen()->availableSize() * 9 / 10;
    resize(QSize(fontMetrics().averageCharWidth() * usualCharacters, height()).boundedTo(room));
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
        group.html += QStringLiteral("<tr><td width=\"48%\">%1&nbsp;</td>"
                                     "<td style=\"white-space:nowrap\">%2</td></tr>")
                          .arg(nameOf(action).toHtmlEscaped(),
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
            html = QStringLiteral("<td width=\"49%\">%1</td>").arg(column);
            column.clear();
        }
        column += group.html;
        lines += group.lines + 2;
    }
    if (columns > 1)
        text()->setHtml(
            QStringLiteral(
                "<table cellspacing=\"0\" width=\"100%\"><tr>%1<td>&nbsp;&nbsp;&nbsp;</td>"
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
