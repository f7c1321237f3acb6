#include "ui/widgets/quiet_style.h"

#include "ui/widgets/focus_ring.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

namespace autochrome {

namespace {

constexpr qreal radius = 5;

/// The palette's text colour, laid thinly over what is there: a hue-free line or hover.
QColor ink(const QPalette& palette, qreal opacity)
{
    QColor colour = palette.color(QPalette::Active, QPalette::WindowText);
    colour.setAlphaF(float(opacity));
    return colour;
}

bool isFramed(const QStyleOption* option)
{
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    return frame && frame->lineWidth > 0;
}

void drawOutline(QPainter* painter, const QRect& rect, const QColor& colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(colour);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

void drawPlate(QPainter* painter, const QRect& rect, const QColor& fill, const QPen& line)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

/// The focus ring: the accent, and within it the ground's colour, so that it shows on a photo and
/// on the accent itself, too.
void drawFocus(QPainter* painter, const QRect& rect, const QPalette& palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(palette.color(QPalette::Base), 1));
    painter->drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2);
    painter->setPen(QPen(palette.color(QPalette::Active, QPalette::Highlight), 2));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

/// Icon and text together in the middle; Qt's own leaves more room on the right than on the left.
void drawToolButtonLabel(QPainter* painter, const QStyleOptionToolButton& button)
{
    constexpr int gap = 6;
    const bool enabled = button.state & QStyle::State_Enabled;
    const QSize icon = button.icon.isNull() ? QSize() : button.iconSize;
    const int textWidth = button.fontMetrics.horizontalAdvance(button.text);
    const int width = icon.width() + gap + textWidth;
    QRect rect(button.rect);
    rect.setLeft(rect.left() + std::max(0, (rect.width() - width) / 2));
    QRect iconRect(rect.topLeft(), QSize(icon.width(), rect.height()));
    button.icon.paint(painter, iconRect, Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled);
    rect.setLeft(iconRect.right() + 1 + gap);
    painter->setPen(button.palette.color(enabled ? QPalette::Active : QPalette::Disabled,
                                         QPalette::ButtonText));
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, button.text);
}

} // namespace

QuietStyle::QuietStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void QuietStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    switch (element) {
    case CE_ToolBar: { // flat, with one line below unless it lies within something
        if (widget && widget->property("flat").toBool())
            return;
        const QPen line(ink(option->palette, 0.14));
        painter->setPen(line);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    case CE_ToolButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (!button || button->toolButtonStyle != Qt::ToolButtonTextBesideIcon ||
            (widget && widget->property("quietHeader").toBool()))
            break;
        drawToolButtonLabel(painter, *button);
        return;
    }
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.window());
        return;
    case CE_MenuBarItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        painter->fillRect(option->rect, option->palette.window());
        if (item && (item->state & State_Selected))
            drawPlate(painter, option->rect.adjusted(0, 2, 0, -2), ink(option->palette, 0.12),
                      Qt::NoPen);
        if (item)
            drawItemText(
                painter, option->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                option->palette, item->state & State_Enabled, item->text, QPalette::WindowText);
        return;
    }
    case CE_ProgressBarGroove:
        painter->fillRect(option->rect, ink(option->palette, 0.14));
        return;
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (!bar || bar->maximum <= bar->minimum)
            break;
        QRect done = option->rect;
        done.setWidth(int(qreal(done.width()) * (bar->progress - bar->minimum) /
                          (bar->maximum - bar->minimum)));
        painter->fillRect(done, option->palette.highlight());
        return;
    }
    case CE_FocusFrame:
        drawFocus(painter, option->rect, option->palette);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, ink(option->palette, 0.14));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const
{
    const QPalette& palette = option->palette;
    const bool enabled = option->state & State_Enabled;
    const bool hovered = enabled && (option->state & State_MouseOver);
    switch (element) {
    case PE_PanelButtonTool: {
        const bool isHeader = widget && widget->property("quietHeader").toBool();
        const bool on = enabled && (option->state & State_On) && !isHeader;
        const bool down = option->state & State_Sunken;
        if (on || hovered || down) {
            const qreal fill = down ? 0.2 : on ? 0.14 : 0.08;
            // A line as well, so that "on" shows in every theme.
            drawPlate(painter, option->rect, ink(palette, fill),
                      on ? QPen(ink(palette, 0.34)) : QPen(Qt::NoPen));
        }
        return;
    }
    case PE_PanelButtonCommand: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool isDefault = button && (button->features & QStyleOptionButton::DefaultButton);
        QColor fill = palette.color(QPalette::Button);
        if (option->state & State_Sunken)
            fill = fill.darker(112);
        else if (hovered)
            fill = fill.lightness() > 128 ? fill.darker(104) : fill.lighter(116);
        const QPen line(isDefault && enabled ? palette.color(QPalette::Highlight)
                                             : ink(palette, enabled ? 0.26 : 0.12),
                        isDefault && enabled ? 1.5 : 1);
        drawPlate(painter, option->rect, fill, line);
        return;
    }
    // Fusion's outlines vanish on dark ground.
    case PE_IndicatorCheckBox:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        drawOutline(painter, option->rect, ink(palette, enabled ? 0.55 : 0.25));
        return;
    case PE_PanelLineEdit:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (isDark(palette) && !(option->state & State_HasFocus) && isFramed(option))
            drawOutline(painter, option->rect, ink(palette, 0.26));
        return;
    case PE_IndicatorRadioButton: {
        const QRectF ring = QRectF(option->rect).adjusted(1, 1, -1, -1);
        const bool on = option->state & State_On;
        const QColor accent =
            palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(palette.color(QPalette::Base));
        painter->setPen(QPen(on ? accent : ink(palette, enabled ? 0.55 : 0.25), 1.4));
        painter->drawEllipse(ring);
        if (on) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(accent);
            painter->drawEllipse(ring.adjusted(3.2, 3.2, -3.2, -3.2));
        }
        painter->restore();
        return;
    }
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView*>(widget))
            return; // the ring is around the whole of it
        break;
    case PE_FrameMenu:
    case PE_Frame:
        painter->save();
        painter->setPen(ink(palette, 0.18));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_IndicatorToolBarSeparator: {
        const QRect rect = option->rect;
        painter->save();
        painter->setPen(ink(palette, 0.2));
        const int x = rect.center().x();
        painter->drawLine(x, rect.top() + 6, x, rect.bottom() - 6);
        painter->restore();
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const
{
    if (control == CC_SpinBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (isDark(option->palette) && !(option->state & State_HasFocus))
            drawOutline(painter, option->rect, ink(option->palette, 0.26));
        return;
    }
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_Slider || !slider || slider->orientation != Qt::Horizontal) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const QPalette& palette = option->palette;
    const bool enabled = option->state & State_Enabled;
    const QRect handle = subControlRect(CC_Slider, slider, SC_SliderHandle, widget);
    const QRectF whole(option->rect);
    const QPointF middle(handle.center().x() + 0.5, whole.center().y());
    const QRectF groove(whole.left() + 4, middle.y() - 2, whole.width() - 8, 4);
    QRectF done = groove;
    if (slider->upsideDown)
        done.setLeft(middle.x());
    else
        done.setRight(middle.x());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink(palette, 0.2));
    painter->drawRoundedRect(groove, 2, 2);
    painter->setBrush(
        palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight));
    painter->drawRoundedRect(done, 2, 2);
    painter->setBrush(palette.color(QPalette::Button));
    painter->setPen(QPen(enabled ? palette.color(QPalette::Highlight) : ink(palette, 0.3), 1.8));
    painter->drawEllipse(middle, 7, 7);
    painter->restore();
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit || type == CT_SpinBox || type == CT_ComboBox)
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 12));
    if (type == CT_ToolButton)
        result.rwidth() += 4;
    return result;
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const
{
    switch (metric) {
    case PM_ToolBarItemSpacing:
        return 3;
    case PM_ToolBarItemMargin:
        return 5;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonMargin:
        return 14;
    case PM_SliderLength:
        return 18;
    case PM_SliderThickness:
        return 22;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuBarItemSpacing:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon QuietStyle::standardIcon(StandardPixmap icon, const QStyleOption* option,
                               const QWidget* widget) const
{
    if (icon == SP_ToolBarHorizontalExtensionButton) // Fusion's is black in the dark
        return themedIcon("next");
    return QProxyStyle::standardIcon(icon, option, widget);
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returnData) const
{
    if (hint == SH_Slider_AbsoluteSetButtons) // a click goes where it is
        return int(Qt::LeftButton | Qt::MiddleButton);
    if (hint == SH_FocusFrame_AboveWidget)
        return 1;
    if (hint == SH_FocusFrame_Mask && option) { // nothing is painted in the middle
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returnData)) {
            mask->region = QRegion(option->rect) - option->rect.adjusted(6, 6, -6, -6);
            return 1;
        }
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void installStyle()
{
    const QString desktop = QApplication::style()->name().toLower();
    if (desktop != QLatin1String("fusion") && desktop != QLatin1String("windows"))
        return;
    QApplication::setStyle(new QuietStyle);
    installFocusRing();
}

} // namespace autochrome
