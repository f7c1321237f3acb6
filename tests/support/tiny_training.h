#pragma once

#include <QString>
#include <QStringList>

namespace autochrome::testing {

/// Options of `train` with which it is over within seconds.
/// @param batch  photos in a batch, early ones; late ones have 2
/// @param crop   pixels, early and late
inline QStringList tinyTraining(int steps, int batch = 2, int crop = 32)
{
    return QStringLiteral("--steps %1 --batch %2 --crop %3 --late-batch 2 --late-crop %3 "
                          "--threads 1 --workers 1")
        .arg(steps)
        .arg(batch)
        .arg(crop)
        .split(u' ');
}

} // namespace autochrome::testing
