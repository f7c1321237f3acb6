#pragma once

#include <QPalette>
#include <QString>

namespace autochrome {

/// Colours of the window.
enum class Theme { System, Light, Dark };

QString themeId(Theme theme);         ///< "system", "light", "dark", for the settings
Theme themeFromId(const QString& id); ///< System for what it does not know

/// Neutral greys with one quiet accent, so that no hue of the window competes with the photo.
QPalette themePalette(Theme theme);

/// Gives the whole application the colours; System hands them back to the desktop.
void applyTheme(Theme theme);

/// Whether text is light on dark. Qt 6.4 does not say, so it is derived.
bool isDark(const QPalette& palette);

} // namespace autochrome
