#pragma once

#include <QSlider>

namespace autochrome {

/// A slider with a tick below the groove where its default is.
class MarkedSlider : public QSlider
{
public:
    explicit MarkedSlider(QWidget* parent = nullptr);

    void setMark(int value);
    int mark() const { return mark_; }
    QPoint markPoint() const; ///< the upper end of the tick

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int mark_ = 0;
};

} // namespace autochrome
