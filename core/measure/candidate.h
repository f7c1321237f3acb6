#pragma once

#include "core/measure/evaluator.h"
#include "core/measure/truth.h"

#include <memory>
#include <vector>

namespace autochrome::inline measure {

/// One model under test: what it made of each photo so far.
class Candidate
{
public:
    /// @param plan  outlives this
    Candidate(std::shared_ptr<Colorizer> colorizer, const EvaluationPlan& plan);

    /// Colours a photo and scores it. Errors are the model's, not the photo's.
    /// @returns the result as CIE Lab
    Result<cv::Mat> judge(const Truth& truth, const Progress& progress);

    /// All means, and the Frechet distances; the features are a row for each photo that was judged.
    void finish(const cv::Mat& trueFeatures, const cv::Mat& greyFeatures);

    Evaluation evaluation;
    cv::Mat features; ///< of the results, a row for each photo
    std::vector<SheetRow> rows;

private:
    std::shared_ptr<Colorizer> colorizer_;
    const EvaluationPlan& plan_;
};

} // namespace autochrome::inline measure
