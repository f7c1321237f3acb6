#pragma once

#include "core/learn/survey/survey.h"
#include "core/learn/survey/train_split.h"

#include <string>

namespace autochrome::cli {

/// A survey and its split as a person reads them on a terminal: counts, sizes, and the first of the
/// photos that are left out, by reason.
std::string surveyTable(const Survey& survey, const TrainSplit& split, SplitBy by);

/// Every figure as one JSON object, with all the photos that the survey names, and the histogram
/// over the colour bins.
std::string surveyJson(const Survey& survey, const TrainSplit& split, SplitBy by);

} // namespace autochrome::cli
