#include "ui/widgets/theme.h"

#include <QApplication>

namespace autochrome {

namespace {

struct Colours
{
    QColor window, base, alternate, button, text, quietText, highlight, highlightedText, link;
};

QPalette paletteOf(const Colours& colours)
{
    QPalette palette(colours.button, colours.window);
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, colours.alternate);
    palette.setColor(QPalette::Button, colours.button);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.quietText);
    palette.setColor(QPalette::ToolTipBase, colours.base);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Highlight, colours.highlight);
    palette.setColor(QPalette::HighlightedText, colours.highlightedText);
    palette.setColor(QPalette::Link, colours.link);
    palette.setColor(QPalette::LinkVisited, colours.link);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.quietText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.quietText);
    return palette;
}

} // namespace

QString themeId(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::System:
        break;
    }
    return QStringLiteral("system");
}

Theme themeFromId(const QString& id)
{
    for (Theme theme : {Theme::Light, Theme::Dark}) {
        if (themeId(theme) == id)
            return theme;
    }
    return Theme::System;
}

QPalette themePalette(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return paletteOf({.window = 0xf2f2f2,
                          .base = 0xffffff,
                          .alternate = 0xf7f7f7,
                          .button = 0xfafafa,
                          .text = 0x1e1e1e,
                          .quietText = 0x6a6a6a,
                          .highlight = 0x2f6a9f,
                          .highlightedText = 0xffffff,
                          .link = 0x1f5c93});
    case Theme::Dark:
        return paletteOf({.window = 0x2a2a2a,
                          .base = 0x202020,
                          .alternate = 0x262626,
                          .button = 0x383838,
                          .text = 0xe8e8e8,
                          .quietText = 0x9a9a9a,
                          .highlight = 0x4f8fc4,
                          .highlightedText = 0x101010,
                          .link = 0x8dbde6});
    case Theme::System:
        break;
    }
    return {};
}

void applyTheme(Theme theme)
{
    QApplication::setPalette(themePalette(theme));
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() >
           palette.color(QPalette::Window).lightness();
}

} // namespace autochrome
