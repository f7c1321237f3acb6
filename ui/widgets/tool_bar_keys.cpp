#include "ui/widgets/tool_bar_keys.h"

#include <QCoreApplication>
#include <QToolBar>
#include <QToolButton>

namespace autochrome {

void letKeysReach(QToolBar* bar)
{
    for (auto* button : bar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly))
        button->setFocusPolicy(Qt::TabFocus);
    if (auto* more = bar->findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(QCoreApplication::translate("ToolBar", "More"));
}

} // namespace autochrome
