#pragma once

#include "core/queue/job.h"

#include <QStyledItemDelegate>

namespace autochrome {

struct JobRow;

/// Paints a photo of the queue on two lines: its picture, name and folder; its state with what it
/// says, or how far it is; its time. A state is told by icon and word, never by colour alone.
class JobDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Height of every row, pixels.
    static int rowHeight(const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintPhoto(QPainter* painter, const QStyleOptionViewItem& option, const JobRow& row,
                           const QImage& picture);
    static void paintState(QPainter* painter, const QStyleOptionViewItem& option,
                           const JobRow& row);
};

} // namespace autochrome
