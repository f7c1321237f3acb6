#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/photo/photo.h"

#include <QImage>
#include <QString>
#include <memory>

namespace autochrome {

/// A coloured photo as it lies in a file, to be compared with its source.
struct ResultPicture
{
    std::shared_ptr<const Photo> photo; ///< upright
    QImage thumbnail;
};

/// Reads the result at `path` of a photo, to lie over `before`, which is that photo as it lies now.
/// Errors: those of readPhoto(); Usage if it is not as wide and high.
Result<ResultPicture> readResultPicture(const QString& path, const Photo& before,
                                        const Progress& progress);

} // namespace autochrome
