#pragma once

#include <QIcon>
#include <QWidget>

namespace autochrome {

/// An icon beside text, redrawn in the palette's colour whenever that changes.
class IconLabel : public QWidget
{
public:
    /// @param side  edge in device-independent pixels
    explicit IconLabel(const QIcon& icon = {}, int side = 16, QWidget* parent = nullptr);

    void setIcon(const QIcon& icon);
    QSize sizeHint() const override { return {side_, side_}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon icon_;
    int side_;
};

} // namespace autochrome
