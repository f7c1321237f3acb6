#include "core/evaluate/evaluator.h"

#include "core/base/text.h"
#include "core/colorize/model_library.h"
#include "core/edit/restoration.h"
#include "core/evaluate/frechet_distance.h"
#include "core/evaluate/truth.h"
#include "core/nn/colour_features.h"
#include "core/photo/colour_space.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <opencv2/quality/qualityssim.hpp>

namespace autochrome {
namespace {

// Planes as MetricsCollector wants them.
struct Planes
{
    std::vector<float> lightness;
    std::vector<float> ab; // a*, then b*
};

Planes planesOf(const cv::Mat& lab)
{
    Planes planes;
    planes.lightness.resize(lab.total());
    planes.ab.resize(2 * lab.total());
    cv::Mat to[3] = {cv::Mat(lab.size(), CV_32F, planes.lightness.data()),
                     cv::Mat(lab.size(), CV_32F, planes.ab.data()),
                     cv::Mat(lab.size(), CV_32F, planes.ab.data() + lab.total())};
    cv::split(lab, to);
    return planes;
}

double meanChroma(const std::vector<float>& ab)
{
    const std::size_t pixels = ab.size() / 2;
    double sum = 0;
    for (std::size_t i = 0; i < pixels; ++i)
        sum += std::hypot(ab[i], ab[pixels + i]);
    return sum / double(std::max<std::size_t>(1, pixels));
}

// The middle of a face crop is skin: two fifths of each side, below the eyes' usual place.
MeanColour centreOf(const cv::Mat& lab)
{
    const cv::Rect middle(lab.cols * 3 / 10, lab.rows * 2 / 5, std::max(1, lab.cols * 2 / 5),
                          std::max(1, lab.rows * 3 / 10));
    const cv::Scalar mean = cv::mean(lab(middle & cv::Rect({}, lab.size())));
    return {mean[0], mean[1], mean[2]};
}

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

// One model under test.
class Candidate
{
public:
    Candidate(std::shared_ptr<Colorizer> colorizer, const EvaluationPlan& plan)
        : colorizer_(std::move(colorizer)), plan_(plan)
    {
        evaluation.model = colorizer_->modelName();
        evaluation.modelSha256 = colorizer_->modelSha256();
        evaluation.device = colorizer_->deviceName();
    }

    // The result as CIE Lab.
    Result<cv::Mat> judge(const Truth& truth, const Progress& progress)
    {
        const auto start = std::chrono::steady_clock::now();
        Restoration restoration(truth.grey);
        const auto rendering = restoration.render(plan_.recipe, *colorizer_, progress);
        if (!rendering)
            return tl::make_unexpected(rendering.error());
        cv::Mat rgb, linear;
        rendering->recombiner().colourise(truth.grey.pixels, {0, 0, 1, 1}, rgb);
        PhotoScore score;
        score.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        rendering->recombiner().resultSpace().toLinearSrgb(rgb, linear);
        const cv::Mat lab = labOfLinear(linear);

        const Planes real = planesOf(truth.lab);
        const Planes made = planesOf(lab);
        const cv::Mat& confidence = rendering->chroma().confidence;
        const std::vector<float> sure(confidence.begin<float>(), confidence.end<float>());
        MetricsCollector single;
        for (MetricsCollector* collector : {&single, &all_})
            collector->add(real.lightness, real.ab, made.ab, sure);
        score.name = truth.name;
        score.metrics = single.result();
        const cv::Scalar ssim =
            cv::quality::QualitySSIM::compute(srgbOfLab(lab), srgbOfLab(truth.lab), cv::noArray());
        score.ssim = (ssim[0] + ssim[1] + ssim[2]) / 3;
        score.isFace = !plan_.faces.empty() && truth.name.find(plan_.faces) != std::string::npos;
        score.centre = centreOf(lab);
        score.trueCentre = centreOf(truth.lab);
        score.chroma = meanChroma(made.ab);
        score.trueChroma = meanChroma(real.ab);
        for (std::size_t i = 0; i < real.lightness.size(); ++i)
            score.luminanceError = std::max(
                score.luminanceError, double(std::fabs(real.lightness[i] - made.lightness[i])));
        evaluation.photos.push_back(std::move(score));
        return lab;
    }

    void finish(const cv::Mat& trueFeatures, const cv::Mat& greyFeatures)
    {
        evaluation.mean = all_.result();
        summarise(evaluation);
        if (features.rows < leastForFrechet)
            return;
        // In units of each feature's own spread over the truths.
        cv::Mat scale(1, trueFeatures.cols, CV_32F);
        for (int i = 0; i < trueFeatures.cols; ++i) {
            cv::Scalar mean, deviation;
            cv::meanStdDev(trueFeatures.col(i), mean, deviation);
            scale.at<float>(i) = float(1 / std::max(1e-6, deviation[0]));
        }
        const auto scaled = [&](const cv::Mat& rows) {
            return cv::Mat(rows.mul(cv::repeat(scale, rows.rows, 1)));
        };
        evaluation.frechet = frechetDistance(scaled(features), scaled(trueFeatures));
        evaluation.greyFrechet = frechetDistance(scaled(greyFeatures), scaled(trueFeatures));
    }

    Evaluation evaluation;
    cv::Mat features;
    std::vector<SheetRow> rows;

private:
    std::shared_ptr<Colorizer> colorizer_;
    const EvaluationPlan& plan_;
    MetricsCollector all_;
};

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

} // namespace

Result<EvaluationResult> evaluate(const PhotoIndex& photos, const EvaluationPlan& plan,
                                  const Progress& progress)
{
    auto candidates = candidatesOf(plan);
    if (!candidates)
        return tl::make_unexpected(candidates.error());
    const auto path = findModel(plan.models.empty() ? std::string() : plan.models.front());
    if (!path)
        return tl::make_unexpected(path.error());
    const auto features = ColourFeatures::load(*path);
    if (!features)
        return tl::make_unexpected(features.error());

    EvaluationResult result;
    cv::Mat trueFeatures, greyFeatures;
    const std::int64_t all = photos.count();
    const std::int64_t wanted = plan.limit > 0 ? std::min(plan.limit, all) : all;
    const std::int64_t between = std::max<std::int64_t>(1, wanted / std::max(1, plan.sheetPhotos));
    for (std::int64_t i = 0; i < wanted; ++i) {
        if (progress.isCancelled())
            return failure(ErrorCode::Cancelled, text("Stopped."));
        const std::int64_t index = i * all / wanted;
        const std::string name = photos.name(index);
        progress.report(double(i) / double(wanted), text("Judging “%1”", {name}));
        const auto bytes = photos.read(index);
        const auto truth =
            bytes ? readTruth(*bytes, name, plan.shortSide) : tl::make_unexpected(bytes.error());
        if (!truth) {
            result.skipped.push_back(truth.error().userText);
            continue;
        }
        if (!truth->isColoured) {
            result.skipped.push_back(text("“%1” is nearly without colour.", {name}));
            continue;
        }
        trueFeatures.push_back(featuresOf(**features, truth->lab));
        greyFeatures.push_back(featuresOf(**features, greyOf(truth->lab)));
        for (Candidate& candidate : *candidates) {
            const auto lab = candidate.judge(*truth, progress.part(0, 0));
            if (!lab)
                return tl::make_unexpected(lab.error()); // of the model, not of the photo
            candidate.features.push_back(featuresOf(**features, *lab));
            if (i % between == 0)
                candidate.rows.push_back(
                    {name, srgbOfLab(greyOf(truth->lab)), srgbOfLab(*lab), srgbOfLab(truth->lab)});
        }
    }
    if (trueFeatures.empty())
        return failure(ErrorCode::Corrupt,
                       text("None of the photos can be judged by: they are damaged or without "
                            "colour."));
    for (Candidate& candidate : *candidates) {
        candidate.finish(trueFeatures, greyFeatures);
        result.evaluations.push_back(std::move(candidate.evaluation));
        result.rows.push_back(std::move(candidate.rows));
    }
    return result;
}

} // namespace autochrome
