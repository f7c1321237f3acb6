#pragma once

#include <QStyledItemDelegate>

namespace autochrome {

/// Paints a photo that is left out on two lines: its picture, its name, and why.
class LeftOutDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Height of every row, pixels.
    static int rowHeight(const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace autochrome
