#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace autochrome {

/// Lays widgets side by side in columns of equal width, as many as their minimum widths allow, and
/// goes on in the next row. Each row is as high as its highest widget wants to be at that width.
/// Hidden widgets take no place.
class ColumnsLayout : public QLayout
{
    Q_OBJECT

public:
    enum class Width {
        Shared, ///< the columns share all there is
        Least   ///< no wider than the widest widget needs
    };

    explicit ColumnsLayout(QWidget* parent = nullptr, Width width = Width::Shared);
    ~ColumnsLayout() override;

    int columnsFor(int width) const; ///< at least 1

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(items_.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;

    QSize sizeHint() const override;
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& area) override;

private:
    int arrange(const QRect& area, bool place) const;
    std::vector<QLayoutItem*> shown() const;
    int widest() const;

    Width width_;
    std::vector<std::unique_ptr<QLayoutItem>> items_;
};

} // namespace autochrome
