#include "ui/tools/marked_slider.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace autochrome {

namespace {
constexpr int tick = 5; // its length, below the handle
} // namespace

MarkedSlider::MarkedSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {}

void MarkedSlider::setMark(int value)
{
    mark_ = value;
    update();
}

QPoint MarkedSlider::markPoint() const
{
    // Where the style puts the handle when it stands at the mark.
    QStyleOptionSlider option;
    initStyleOption(&option);
    option.sliderPosition = mark_;
    option.sliderValue = mark_;
    const QRect handle =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    return {handle.center().x(), height() - tick};
}

QSize MarkedSlider::sizeHint() const
{
    return QSlider::sizeHint() + QSize(0, tick);
}

QSize MarkedSlider::minimumSizeHint() const
{
    return QSlider::minimumSizeHint() + QSize(0, tick);
}

void MarkedSlider::paintEvent(QPaintEvent* event)
{
    QSlider::paintEvent(event);
    QPainter painter(this);
    QColor ink =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    ink.setAlphaF(0.7F);
    painter.fillRect(QRect(markPoint(), QSize(1, tick)), ink);
}

} // namespace autochrome
