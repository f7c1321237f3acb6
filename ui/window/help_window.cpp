#include "ui/window/help_window.h"

#include "ui/window/manual_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>

namespace autochrome {

HelpWindow::HelpWindow(QAction* shortcuts, QWidget* parent)
    : TextWindow(tr("Help"), tr("Manual of Autochrome"), parent)
{
    const QString language =
        tr("en", "code of the language that this is translated into, as in packaging/man");
    text()->setHtml(QStringLiteral("<h2>Autochrome</h2>") + manualHtml(manualPage(language)));
    auto* keys = new QPushButton(tr("All &keys"));
    keys->setAutoDefault(false);
    buttons()->insertWidget(0, keys);
    connect(keys, &QPushButton::clicked, shortcuts, &QAction::trigger);
}

} // namespace autochrome
