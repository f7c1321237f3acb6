#pragma once

#include "core/base/error.h"
#include "core/measure/evaluator.h"
#include "core/photo/originals.h"

#include <filesystem>

namespace autochrome::cli {

/// Writes what `evaluate` found into a folder, which is made: evaluation.html, evaluation.json and
/// a contact sheet for each model; of several models also comparison.json (ComparisonFile, the last
/// one against the first) and the pictures that it names, in pictures/.
/// @param photos  those that were judged: none of them is replaced (SameAsSource)
Result<void> writeEvaluationFolder(const std::filesystem::path& folder,
                                   const EvaluationResult& result, const EvaluationPlan& plan,
                                   const Originals& photos);

} // namespace autochrome::cli
