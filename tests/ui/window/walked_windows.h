#pragma once

#include <functional>
#include <vector>

class QWidget;

namespace autochrome {

class WindowFixture;

using WindowCheck = std::function<void(QWidget*)>;

struct WalkedWindow
{
    const char* name;
    /// Opens it and hands it to the check while it is open.
    std::function<void(const WindowFixture&, const WindowCheck&)> open;
};

/// Every window and dialog of the program. A new one is one row more here.
std::vector<WalkedWindow> walkedWindows();

} // namespace autochrome
