#pragma once

#include "core/base/error.h"
#include "core/evaluate/evaluator.h"

#include <filesystem>

namespace autochrome::cli {

/// Writes what `evaluate` found into a folder, which is made: evaluation.html, evaluation.json and
/// a contact sheet for each model; of several models also comparison.json (ComparisonFile, the last
/// one against the first) and the pictures that it names, in pictures/.
Result<void> writeEvaluationFolder(const std::filesystem::path& folder,
                                   const EvaluationResult& result, const EvaluationPlan& plan);

} // namespace autochrome::cli
