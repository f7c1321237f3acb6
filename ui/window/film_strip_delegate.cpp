#include "ui/window/film_strip_delegate.h"

#include "ui/viewer/surround.h"
#include "ui/widgets/icon_theme.h"

#include <QAbstractItemView>
#include <QImage>
#include <QPainter>
#include <QPixmapCache>

namespace autochrome {

namespace {

constexpr int margin = 8; // between the box and the item's edges
constexpr int gap = 5;    // between the box and the name
constexpr int badge = 20; // its diameter
// On the mat, which is the same in every theme, so is the ink: black has the greater contrast.
const QColor ink(Qt::black);
const QColor emptyBox(surroundGrey - 14, surroundGrey - 14, surroundGrey - 14);
const QColor chosenGround(0x30, 0x30, 0x30);
const QColor chosenInk(Qt::white);

/// The picture scaled into the box, at the screen's density; kept until it is not seen any more.
QPixmap scaled(const QImage& picture, QSize box, qreal ratio)
{
    const QSize size = picture.size().scaled((QSizeF(box) * ratio).toSize(), Qt::KeepAspectRatio);
    const QString key = QStringLiteral("autochrome/strip/%1/%2x%3")
                            .arg(picture.cacheKey())
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        // Enlarged too, so that a tiny photo does not look like dirt.
        pixmap = QPixmap::fromImage(picture.scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio,
                                                   Qt::SmoothTransformation));
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

QSize FilmStripDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {boxHeight_ * 3 / 2 + 2 * margin,
            margin + boxHeight_ + gap + option.fontMetrics.height() + margin};
}

QRect FilmStripDelegate::boxIn(const QRect& item) const
{
    const int width = boxHeight_ * 3 / 2;
    return {item.x() + (item.width() - width) / 2, item.y() + margin, width, boxHeight_};
}

void FilmStripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state & QStyle::State_Selected;
    const QRect cell = option.rect.adjusted(2, 2, -2, -2);
    if (chosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosenGround);
        painter->drawRoundedRect(cell, 4, 4);
    }

    const QRect box = boxIn(option.rect);
    const auto state = PhotoState(index.data(StateRole).toInt());
    const QImage picture = index.data(PictureRole).value<QImage>();
    QRect shown = box;
    if (picture.isNull()) {
        painter->fillRect(box, chosen ? chosenGround.lighter(140) : emptyBox);
    } else {
        const QPixmap pixmap = scaled(picture, box.size(), painter->device()->devicePixelRatioF());
        shown.setSize(pixmap.deviceIndependentSize().toSize());
        shown.moveCenter(box.center());
        painter->drawPixmap(shown.topLeft(), pixmap);
    }

    if (const char* icon = stateIcon(state)) {
        const QRect circle(box.right() - badge - 1, box.bottom() - badge - 1, badge, badge);
        painter->setPen(QPen(option.palette.color(QPalette::WindowText), 1));
        painter->setBrush(option.palette.color(QPalette::Window));
        painter->drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
        themedIcon(icon).paint(painter, circle.adjusted(3, 3, -3, -3));
    }

    const QRect name(option.rect.x() + margin / 2, box.bottom() + 1 + gap,
                     option.rect.width() - margin, option.fontMetrics.height());
    painter->setFont(option.font);
    painter->setPen(chosen ? chosenInk : ink);
    painter->drawText(name, Qt::AlignHCenter | Qt::AlignTop,
                      option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                    Qt::ElideMiddle, name.width()));

    // Of several that are chosen, the one that is shown.
    const auto* strip = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool isShown = strip && chosen && strip->currentIndex() == index &&
                         strip->selectionModel()->selectedIndexes().size() > 1;
    if (isShown || option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(chosenInk, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

} // namespace autochrome
