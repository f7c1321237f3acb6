#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/collection/photo_index.h"
#include "core/edit/colour/colorizer.h"
#include "core/edit/recipe.h"
#include "core/measure/contact_sheet.h"
#include "core/measure/evaluation.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::inline measure {

/// What is evaluated, and how.
struct EvaluationPlan
{
    std::vector<std::string> models; ///< files or names; empty: the default model
    std::string device = "auto";
    Recipe recipe;
    int shortSide = 256;     ///< photos are reduced to this; 0 keeps them
    std::int64_t limit = 0;  ///< at most so many photos of each set, evenly spread; 0: all
    std::string faces;       ///< photos whose path contains this are face crops; empty: none are
    int sheetPhotos = 48;    ///< of each set on the contact sheet of each model
    bool categories = false; ///< figures for each PhotoIndex::category() too
};

/// Evaluations with the pictures to look at.
struct EvaluationResult
{
    std::vector<Evaluation> evaluations; ///< one a model, in the order of the plan
    /// Of each model's contact sheet; those of the second model on bear the first one's result too.
    std::vector<std::vector<SheetRow>> rows;
    std::vector<Message> skipped; ///< sentences: unreadable photos, photos without colour
};

/// Greys each photo, colours it the way the programs do (stages, gamut-safe recombination) and
/// compares with the truth. One bad photo never stops the rest; without one usable photo it is an
/// error.
/// @param others  photos of other kinds than those that a model was taught, judged apart: what it
///                has forgotten; may be null
Result<EvaluationResult> evaluate(const PhotoIndex& photos, const EvaluationPlan& plan,
                                  const Progress& progress, const PhotoIndex* others = nullptr);

} // namespace autochrome::inline measure
