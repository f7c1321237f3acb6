#include "ui/widgets/focus_keeper.h"

#include <QWidget>

namespace autochrome {

namespace {

bool isFocused(const QWidget* widget)
{
    return widget->window()->focusWidget() == widget;
}

} // namespace

FocusKeeper::FocusKeeper(std::initializer_list<QWidget*> buttons, QWidget* instead)
    : instead_(instead)
{
    for (QWidget* button : buttons)
        if (isFocused(button))
            focused_ = button;
}

FocusKeeper::~FocusKeeper()
{
    if (focused_ && instead_ && !isFocused(focused_))
        instead_->setFocus(Qt::OtherFocusReason);
}

} // namespace autochrome
