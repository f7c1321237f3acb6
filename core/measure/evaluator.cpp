#include "core/measure/evaluator.h"

#include "core/base/text.h"
#include "core/measure/candidate.h"
#include "core/measure/truth.h"
#include "core/models/model_library.h"
#include "core/network/colour_features.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline measure {
namespace {

// A row of features for a Frechet distance.
cv::Mat featuresOf(const ColourFeatures& features, const cv::Mat& lab)
{
    constexpr int side = ColourFeatures::side;
    cv::Mat square;
    cv::resize(srgbOfLab(lab), square, {side, side}, 0, 0, cv::INTER_AREA);
    std::vector<float> rgb(std::size_t(side) * side * 3);
    square.convertTo(cv::Mat(square.size(), CV_32FC3, rgb.data()), CV_32F, 1 / 255.0);
    const std::vector<float> vector = features.of(rgb);
    return cv::Mat(vector, true).reshape(1, 1);
}

cv::Mat greyOf(const cv::Mat& lab)
{
    cv::Mat planes[3];
    cv::split(lab, planes);
    planes[1].setTo(0);
    planes[2].setTo(0);
    cv::Mat grey;
    cv::merge(planes, 3, grey);
    return grey;
}

Result<std::vector<Candidate>> candidatesOf(const EvaluationPlan& plan)
{
    std::vector<Candidate> candidates;
    const std::vector<std::string> none{std::string()};
    for (const std::string& model : plan.models.empty() ? none : plan.models) {
        auto colorizer = Colorizer::open(model, plan.device);
        if (!colorizer)
            return tl::make_unexpected(colorizer.error());
        candidates.emplace_back(*colorizer, plan);
    }
    return candidates;
}

// One evaluation at work.
class Judging
{
public:
    Judging(std::vector<Candidate> candidates, std::shared_ptr<const ColourFeatures> features,
            const EvaluationPlan& plan)
        : candidates_(std::move(candidates)), features_(std::move(features)), plan_(plan)
    {
    }

    Result<void> judge(const PhotoIndex& photos, bool areOthers, const Progress& progress)
    {
        const std::int64_t all = photos.count();
        const std::int64_t wanted = countOf(photos, plan_);
        const std::int64_t between =
            std::max<std::int64_t>(1, wanted / std::max(1, plan_.sheetPhotos));
        for (std::int64_t i = 0; i < wanted; ++i) {
            if (progress.isCancelled())
                return failure(ErrorCode::Cancelled, text("Stopped."));
            const std::int64_t index = i * all / wanted;
            const std::string name = photos.name(index);
            progress.report(double(i) / double(wanted), text("Judging “%1”", {name}));
            const auto truth = usable(photos, index);
            if (!truth) {
                result_.skipped.push_back(truth.error().message);
                continue;
            }
            const std::string category = plan_.categories ? photos.category(index) : std::string();
            if (auto done = judge(*truth, {category, areOthers, i % between == 0}, progress); !done)
                return done;
        }
        return {};
    }

    Result<EvaluationResult> finish()
    {
        if (trueFeatures_.empty())
            return failure(
                ErrorCode::Corrupt,
                text("None of the photos can be used: they are damaged or without colour."));
        for (Candidate& candidate : candidates_) {
            candidate.finish(trueFeatures_, greyFeatures_);
            result_.evaluations.push_back(std::move(candidate.evaluation));
            result_.rows.push_back(std::move(candidate.rows));
        }
        for (std::size_t model = 1; model < result_.rows.size(); ++model)
            for (std::size_t row = 0; row < result_.rows[model].size(); ++row)
                result_.rows[model][row].before = result_.rows.front()[row].result;
        return std::move(result_);
    }

    static std::int64_t countOf(const PhotoIndex& photos, const EvaluationPlan& plan)
    {
        return plan.limit > 0 ? std::min(plan.limit, photos.count()) : photos.count();
    }

private:
    struct Place
    {
        std::string category;
        bool isOther = false;
        bool isOnSheet = false;
    };

    Result<Truth> usable(const PhotoIndex& photos, std::int64_t index) const
    {
        const auto bytes = photos.read(index);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        const std::string name = photos.name(index);
        auto truth = readTruth(*bytes, name, plan_.shortSide);
        if (truth && !truth->isColoured)
            return failure(ErrorCode::Corrupt, text("“%1” is nearly without colour.", {name}));
        return truth;
    }

    Result<void> judge(const Truth& truth, const Place& place, const Progress& progress)
    {
        trueFeatures_.push_back(featuresOf(*features_, truth.lab));
        greyFeatures_.push_back(featuresOf(*features_, greyOf(truth.lab)));
        for (Candidate& candidate : candidates_) {
            const auto lab = candidate.judge(truth, progress.part(0, 0));
            if (!lab)
                return tl::make_unexpected(lab.error()); // of the model, not of the photo
            candidate.evaluation.photos.back().category = place.category;
            candidate.evaluation.photos.back().isOther = place.isOther;
            candidate.features.push_back(featuresOf(*features_, *lab));
            if (place.isOnSheet)
                candidate.rows.push_back({truth.name, srgbOfLab(greyOf(truth.lab)), srgbOfLab(*lab),
                                          srgbOfLab(truth.lab)});
        }
        return {};
    }

    std::vector<Candidate> candidates_;
    std::shared_ptr<const ColourFeatures> features_;
    const EvaluationPlan& plan_;
    EvaluationResult result_;
    cv::Mat trueFeatures_, greyFeatures_;
};

} // namespace

Result<EvaluationResult> evaluate(const PhotoIndex& photos, const EvaluationPlan& plan,
                                  const Progress& progress, const PhotoIndex* others)
{
    auto candidates = candidatesOf(plan);
    if (!candidates)
        return tl::make_unexpected(candidates.error());
    const auto path = findModel(plan.models.empty() ? std::string() : plan.models.front());
    if (!path)
        return tl::make_unexpected(path.error());
    auto features = ColourFeatures::load(*path);
    if (!features)
        return tl::make_unexpected(features.error());

    Judging judging(std::move(*candidates), std::move(*features), plan);
    const double these = double(Judging::countOf(photos, plan));
    const double rest = others ? double(Judging::countOf(*others, plan)) : 0;
    const double border = these / (these + rest);
    if (const auto done = judging.judge(photos, false, progress.part(0, border)); !done)
        return tl::make_unexpected(done.error());
    if (others)
        if (const auto done = judging.judge(*others, true, progress.part(border, 1)); !done)
            return tl::make_unexpected(done.error());
    return judging.finish();
}

} // namespace autochrome::inline measure
