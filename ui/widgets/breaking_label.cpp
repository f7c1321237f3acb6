#include "ui/widgets/breaking_label.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <cmath>

namespace autochrome {

namespace {

constexpr int usualCharacters = 60; // of a line, where nothing asks for less
constexpr int fewestCharacters = 10;

} // namespace

BreakingLabel::BreakingLabel(const QString& text, QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true); // tells layouts that the height depends on the width
    setText(text);
    auto* copy = new QAction(tr("&Copy"), this);
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(QLabel::text()); });
    copy->setShortcut(QKeySequence::Copy); // where the label takes the focus
    copy->setShortcutContext(Qt::WidgetShortcut);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QMargins BreakingLabel::around() const
{
    return contentsMargins() + margin();
}

QSize BreakingLabel::layOut(QTextLayout& layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), alignment()) &
                        Qt::AlignHorizontal_Mask);
    option.setTextDirection(layoutDirection());
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    qreal height = 0;
    qreal widest = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {int(std::ceil(widest)), int(std::ceil(height))};
}

int BreakingLabel::heightForWidth(int width) const
{
    const QMargins edge = around();
    QTextLayout layout(QString(text()).replace(u'\n', QChar::LineSeparator), font());
    const int inner = std::max(1, width - edge.left() - edge.right());
    return layOut(layout, inner).height() + edge.top() + edge.bottom();
}

QSize BreakingLabel::sizeHint() const
{
    const QMargins edge = around();
    QTextLayout layout(QString(text()).replace(u'\n', QChar::LineSeparator), font());
    const QSize size = layOut(layout, fontMetrics().averageCharWidth() * usualCharacters);
    return size.grownBy(edge);
}

QSize BreakingLabel::minimumSizeHint() const
{
    const QSize usual = sizeHint();
    const QMargins edge = around();
    const int narrow = fontMetrics().averageCharWidth() * fewestCharacters;
    return {std::min(usual.width(), narrow + edge.left() + edge.right()),
            std::min(usual.height(), fontMetrics().height() + edge.top() + edge.bottom())};
}

void BreakingLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect inner = rect().marginsRemoved(around());
    QTextLayout layout(QString(text()).replace(u'\n', QChar::LineSeparator), font());
    const int height = layOut(layout, std::max(1, inner.width())).height();
    int top = inner.top();
    if (alignment() & Qt::AlignBottom)
        top = inner.bottom() + 1 - height;
    else if (!(alignment() & Qt::AlignTop))
        top = std::max(top, inner.top() + (inner.height() - height) / 2);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, QPointF(inner.left(), top));
}

} // namespace autochrome
