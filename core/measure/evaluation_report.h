#pragma once

#include "core/measure/evaluator.h"

#include <string>

namespace autochrome::inline measure {

/// The means of every model as a table of plain text, with a line for the grey photos.
std::string evaluationTable(const EvaluationResult& result);

/// Everything, photo by photo, as one JSON document.
std::string evaluationJson(const EvaluationResult& result, const EvaluationPlan& plan);

/// A page that needs nothing beside it: table, worst and best photos, pictures within.
std::string evaluationHtml(const EvaluationResult& result, const EvaluationPlan& plan);

} // namespace autochrome::inline measure
