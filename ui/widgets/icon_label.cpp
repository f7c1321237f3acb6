#include "ui/widgets/icon_label.h"

#include <QPainter>

namespace autochrome {

IconLabel::IconLabel(const QIcon& icon, int side, QWidget* parent)
    : QWidget(parent), icon_(icon), side_(side)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QIcon& icon)
{
    icon_ = icon;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    icon_.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace autochrome
