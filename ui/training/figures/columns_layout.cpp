#include "ui/training/figures/columns_layout.h"

#include <algorithm>

namespace autochrome {

ColumnsLayout::ColumnsLayout(QWidget* parent, Width width) : QLayout(parent), width_(width) {}

ColumnsLayout::~ColumnsLayout() = default;

int ColumnsLayout::columnsFor(int width) const
{
    const int gap = std::max(0, spacing());
    return std::clamp((width + gap) / (widest() + gap), 1, std::max(1, int(shown().size())));
}

std::vector<QLayoutItem*> ColumnsLayout::shown() const
{
    std::vector<QLayoutItem*> items;
    for (const auto& item : items_) {
        if (!item->isEmpty())
            items.push_back(item.get());
    }
    return items;
}

int ColumnsLayout::widest() const
{
    int widest = 1;
    for (const QLayoutItem* item : shown())
        widest = std::max(widest, item->minimumSize().width());
    return widest;
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
    for (const QLayoutItem* item : shown())
        width += item->sizeHint().width() + std::max(0, spacing());
    width += edges.left() + edges.right();
    return {width, heightForWidth(width)};
}

QSize ColumnsLayout::minimumSize() const
{
    QSize smallest;
    for (const QLayoutItem* item : shown())
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
    const int share = (inner.width() - (columns - 1) * gap) / columns;
    const int width = width_ == Width::Least ? std::min(share, widest()) : share;
    const std::vector<QLayoutItem*> items = shown();
    const int count = int(items.size());
    int top = inner.top();
    for (int first = 0; first < count; first += columns) {
        const int end = std::min(first + columns, count);
        int height = 0;
        for (int index = first; index < end; ++index) {
            const QLayoutItem& item = *items[std::size_t(index)];
            height = std::max(height, item.hasHeightForWidth() ? item.heightForWidth(width)
                                                               : item.sizeHint().height());
        }
        for (int index = first; place && index < end; ++index) {
            const int left = inner.left() + (index - first) * (width + gap);
            items[std::size_t(index)]->setGeometry({left, top, width, height});
        }
        top += height + (end < count ? gap : 0);
    }
    return top - area.top() + edges.bottom();
}

} // namespace autochrome
