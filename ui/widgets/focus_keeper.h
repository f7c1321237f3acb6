#pragma once

#include <initializer_list>

class QWidget;

namespace autochrome {

/// While buttons are shown, hidden and disabled: one that vanishes under the focus leaves it to its
/// neighbour, which a key that is pressed once more would press. With one of these on the stack the
/// focus goes to a place where that does no harm. A button that stays keeps it.
class FocusKeeper
{
public:
    /// @param instead  gets the focus of a button that has lost it when this ends
    FocusKeeper(std::initializer_list<QWidget*> buttons, QWidget* instead);
    ~FocusKeeper();
    FocusKeeper(const FocusKeeper&) = delete;
    FocusKeeper& operator=(const FocusKeeper&) = delete;

    /// Another place than the one that was named first.
    void setInstead(QWidget* instead) { instead_ = instead; }

private:
    QWidget* focused_ = nullptr;
    QWidget* instead_;
};

} // namespace autochrome
