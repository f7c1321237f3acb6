#include "ui/training/models/library_delegate.h"

#include "ui/training/models/library_contents.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace autochrome {

namespace {

constexpr int margin = 8;
constexpr int iconSide = 16;

const LibraryItem* itemOf(const QModelIndex& index)
{
    return static_cast<const LibraryItem*>(
        index.data(LibraryDelegate::itemRole).value<const void*>());
}

} // namespace

QString LibraryDelegate::factsLine(const LibraryItem& item)
{
    const QLocale locale;
    QStringList facts;
    if (item.isEncoder)
        facts << tr("Encoder");
    else
        facts << (item.isOwn ? tr("Yours") : tr("Built in"));
    facts << locale.toString(item.modified.date(), QLocale::ShortFormat)
          << locale.formattedDataSize(item.bytes, 1, QLocale::DataSizeSIFormat) << item.software();
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

QString LibraryDelegate::foldersLine(const LibraryItem& item)
{
    QStringList names;
    for (const auto& folder : item.folders)
        names << shownPath(folder.filename().empty() ? folder : folder.filename());
    return names.isEmpty() ? QString() : tr("For %1", "names of folders").arg(names.join(u", "));
}

QString LibraryDelegate::spoken(const LibraryItem& item)
{
    QStringList parts{item.name};
    if (item.isDefault)
        parts << tr("Default");
    parts << factsLine(item) << foldersLine(item);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const LibraryItem* item = itemOf(index);
    const int lines = item && !item->folders.empty() ? 3 : 2;
    // Wide enough for a word; the rest is elided.
    return {option.fontMetrics.averageCharWidth() * 16,
            lines * option.fontMetrics.lineSpacing() + 2 * margin};
}

void LibraryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const LibraryItem* item = itemOf(index);
    if (!item) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QRect area = option.rect.adjusted(margin, margin, -margin, -margin);
    const int height = option.fontMetrics.lineSpacing();
    QRect line(area.left(), area.top(), area.width(), height);

    QFont bold = option.font;
    bold.setBold(true);
    if (item->isDefault) { // told by a mark and a word
        painter->setFont(option.font);
        painter->setPen(rowTextColour(option, true));
        const QString word = tr("Default");
        const int width = option.fontMetrics.horizontalAdvance(word);
        painter->drawText(QRect(line.right() - width, line.top(), width + 1, height),
                          int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), word);
        const QRect icon(line.right() - width - iconSide - 4, line.top() + (height - iconSide) / 2,
                         iconSide, iconSide);
        themedIcon("done").paint(painter, icon, Qt::AlignCenter,
                                 option.state & QStyle::State_Selected ? QIcon::Selected
                                                                       : QIcon::Normal);
        line.setRight(icon.left() - margin);
    }
    painter->setFont(bold);
    painter->setPen(rowTextColour(option, false));
    drawLine(painter, line, item->name);
    line.setRight(area.right());
    painter->setFont(option.font);
    painter->setPen(rowTextColour(option, true));
    line.translate(0, height);
    drawLine(painter, line, factsLine(*item));
    line.translate(0, height);
    if (!item->folders.empty())
        drawLine(painter, line, foldersLine(*item));
    painter->restore();
}

} // namespace autochrome
