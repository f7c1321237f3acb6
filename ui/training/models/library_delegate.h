#pragma once

#include <QStyledItemDelegate>

namespace autochrome {

struct LibraryItem;

/// Paints a model of the list on two lines, or three if folders have it for their own: its name
/// with a mark on the default; whose it is, its date, size and version; the folders.
class LibraryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Under which an index has its LibraryItem, as a const void*; it must outlive the index.
    static constexpr int itemRole = Qt::UserRole;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// "Yours · 12 Mar 2026 · 10.5 MB · Autochrome 0.1.0"
    static QString factsLine(const LibraryItem& item);
    /// "For album, holidays"; empty if it was chosen for none.
    static QString foldersLine(const LibraryItem& item);
    /// All of it in one sentence, for a screen reader and the tool tip.
    static QString spoken(const LibraryItem& item);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace autochrome
