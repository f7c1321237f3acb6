#pragma once

#include "core/edit/geometry/geometry_settings.h"

#include <QtTest/QTest>
#include <array>

namespace autochrome {

/// Rows of a test: each way to turn and flip a photo.
inline void everyGeometry()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<int>("flip");
    for (int rotation = 0; rotation < 4; ++rotation)
        for (int flip = 0; flip < 3; ++flip)
            QTest::addRow("%d, %s", 90 * rotation,
                          std::array{"no flip", "horizontal", "vertical"}[std::size_t(flip)])
                << rotation << flip;
}

/// That of the row.
inline GeometrySettings fetchedGeometry()
{
    QFETCH(int, rotation);
    QFETCH(int, flip);
    return {Rotation(rotation), Flip(flip)};
}

} // namespace autochrome
