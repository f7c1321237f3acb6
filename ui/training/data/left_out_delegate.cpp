#include "ui/training/data/left_out_delegate.h"

#include "ui/training/data/left_out_model.h"
#include "ui/widgets/icon_theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

namespace autochrome {

namespace {

constexpr int margin = 6;
constexpr int pictureWidth = 56;
constexpr int pictureHeight = 42;
constexpr int iconSide = 16;

void drawPicture(QPainter* painter, const QRect& box, const QImage& picture, bool selected)
{
    QRect place(0, 0, iconSide, iconSide);
    if (!picture.isNull())
        place.setSize(picture.size().scaled(box.size(), Qt::KeepAspectRatio).expandedTo({1, 1}));
    place.moveCenter(box.center());
    if (picture.isNull()) {
        themedIcon("photo").paint(painter, place, Qt::AlignCenter,
                                  selected ? QIcon::Selected : QIcon::Normal);
        return;
    }
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, picture);
}

} // namespace

int LeftOutDelegate::rowHeight(const QFontMetrics& metrics)
{
    return std::max(2 * metrics.lineSpacing(), pictureHeight) + margin;
}

QSize LeftOutDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {pictureWidth + 4 * margin, rowHeight(option.fontMetrics)};
}

void LeftOutDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto* row =
        static_cast<const LeftOutRow*>(index.data(LeftOutModel::RowRole).value<const void*>());
    if (!row)
        return;
    painter->save();
    QStyleOptionViewItem panel = option;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const QRect area = option.rect.adjusted(margin, margin / 2, -margin, -margin / 2);
    const QRect box(area.left(), area.top(), pictureWidth, area.height());
    drawPicture(painter, box, index.data(Qt::DecorationRole).value<QImage>(), selected);

    const QFontMetrics metrics = option.fontMetrics;
    QRect line(box.right() + 2 * margin, area.center().y() - metrics.lineSpacing(),
               area.right() - box.right() - 2 * margin, metrics.lineSpacing());
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    QColor colour =
        option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setFont(option.font);
    painter->setPen(colour);
    const auto draw = [&](const QString& text, Qt::TextElideMode elide) {
        painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                          metrics.elidedText(text, elide, line.width()));
    };
    draw(row->name, Qt::ElideMiddle);
    line.translate(0, line.height());
    colour.setAlphaF(0.7F);
    painter->setPen(colour);
    // Of a path, the end tells most.
    draw(row->reason(), row->same.isEmpty() ? Qt::ElideRight : Qt::ElideMiddle);
    painter->restore();
}

} // namespace autochrome
