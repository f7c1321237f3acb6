#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/learn/survey/train_split.h"

namespace autochrome::inline learn {

/// Takes the sides of a data set as they were published, each looked at by itself: all its usable
/// photos are for validation, and of those for training the ones that look like none of them. The
/// others are withheld. `train` and `withheld` number the photos of the first survey, `validation`
/// those of the second.
/// @param progress  only stops it
/// Errors: Corrupt if a side has no photo that can be used; Usage if every photo for training looks
/// like one for validation; Cancelled.
Result<TrainSplit> splitPublished(const Survey& train, const Survey& validation,
                                  const Progress& progress);

} // namespace autochrome::inline learn
