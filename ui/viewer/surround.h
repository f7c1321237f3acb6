#pragma once

#include <QColor>

namespace autochrome {

/// The grey (sRGB code value, L* about 50) around photos and under transparent pixels, the same in
/// every theme: colour is judged against it.
constexpr int surroundGrey = 119;

inline QColor surroundColour()
{
    return {surroundGrey, surroundGrey, surroundGrey};
}

} // namespace autochrome
