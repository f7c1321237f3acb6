#include "ui/window/text_window.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace autochrome {

namespace {
constexpr QSize usual(96, 40); // characters, lines
} // namespace

TextWindow::TextWindow(const QString& title, const QString& name, QWidget* parent)
    : QDialog(parent), text_(new QTextBrowser), buttons_(new QHBoxLayout)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    text_->setAccessibleName(name);
    text_->setOpenExternalLinks(true);
    text_->setFrameShape(QFrame::NoFrame);
    text_->document()->setDocumentMargin(16);
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    buttons_->setContentsMargins(12, 0, 12, 12);
    buttons_->addStretch();
    buttons_->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(text_, 1);
    layout->addLayout(buttons_);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    const QSize room = screen()->availableSize() * 9 / 10;
    const QSize wanted(fontMetrics().averageCharWidth() * usual.width(),
                       fontMetrics().lineSpacing() * usual.height());
    resize(wanted.boundedTo(room));
    text_->setFocus();
}

} // namespace autochrome
