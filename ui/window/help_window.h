#pragma once

#include "ui/window/text_window.h"

class QAction;

namespace autochrome {

/// The manual page of the window, to be read beside it.
class HelpWindow : public TextWindow
{
    Q_OBJECT

public:
    /// @param shortcuts  what shows all keys; a button here, too
    explicit HelpWindow(QAction* shortcuts, QWidget* parent = nullptr);
};

} // namespace autochrome
