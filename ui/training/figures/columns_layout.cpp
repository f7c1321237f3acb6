#include "ui/training/figures/columns_layout.h"

#include <algorithm>

namespace autochrome {

ColumnsLayout::ColumnsLayout(QWidget* parent) : QLayout(parent) {}

ColumnsLayout::~ColumnsLayout() = default;

int ColumnsLayout::columnsFor(int width) const
{
    int widest = 1;
    for (const auto& item : items_)
        widest = std::max(widest, item->minimumSize().width());
    const int gap = std::max(0, spacing());
    return std::clamp((width + gap) / (widest + gap), 1, std::max(1, count()));
}

void ColumnsLayout::addItem(QLayoutItem* item)
{
    items_.emplace_back(item);
}

QLayoutItem* ColumnsLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? items_[std::size_t(index)].get() : nullptr;
}

QLayoutItem* ColumnsLayout::takeAt(int index)
{
    if (!itemAt(index))
        return nullptr;
    QLayoutItem* item = items_[std::size_t(index)].release();
    items_.erase(items_.begin() + index);
    return item;
}

QSize ColumnsLayout::sizeHint() const
{
    const QMargins edges = contentsMargins();
    int width = 0;
    for (const auto& item : items_)
        width += item->sizeHint().width() + std::max(0, spacing());
    width += edges.left() + edges.right();
    return {width, heightForWidth(width)};
}

QSize ColumnsLayout::minimumSize() const
{
    QSize smallest;
    for (const auto& item : items_)
        smallest = smallest.expandedTo(item->minimumSize());
    return smallest.grownBy(contentsMargins());
}

int ColumnsLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

void ColumnsLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int ColumnsLayout::arrange(const QRect& area, bool place) const
{
    const QMargins edges = contentsMargins();
    const QRect inner = area.marginsRemoved(edges);
    const int gap = std::max(0, spacing());
    const int columns = columnsFor(inner.width());
    const int width = (inner.width() - (columns - 1) * gap) / columns;
    int top = inner.top();
    for (int first = 0; first < count(); first += columns) {
        const int end = std::min(first + columns, count());
        int height = 0;
        for (int index = first; index < end; ++index) {
            const QLayoutItem& item = *items_[std::size_t(index)];
            height = std::max(height, item.hasHeightForWidth() ? item.heightForWidth(width)
                                                               : item.sizeHint().height());
        }
        for (int index = first; place && index < end; ++index) {
            const int left = inner.left() + (index - first) * (width + gap);
            items_[std::size_t(index)]->setGeometry({left, top, width, height});
        }
        top += height + (end < count() ? gap : 0);
    }
    return top - area.top() + edges.bottom();
}

} // namespace autochrome
