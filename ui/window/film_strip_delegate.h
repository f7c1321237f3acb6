#pragma once

#include "ui/document/photo_state.h"

#include <QStyledItemDelegate>

namespace autochrome {

/// Paints one photo of the film strip on the mat's grey: the picture in a box that is the same for
/// all, its state as a badge in the corner, the name below on one line.
class FilmStripDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        PictureRole = Qt::UserRole + 1, ///< QImage; null: none yet
        StateRole                       ///< int(PhotoState)
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Height of the box; it is half as wide again.
    void setBoxHeight(int height) { boxHeight_ = height; }
    int boxHeight() const { return boxHeight_; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    /// Where the picture is in an item's rectangle.
    QRect boxIn(const QRect& item) const;

private:
    int boxHeight_ = 64;
};

} // namespace autochrome
