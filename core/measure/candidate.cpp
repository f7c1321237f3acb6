#include "core/measure/candidate.h"

#include "core/edit/restoration.h"
#include "core/measure/frechet_distance.h"
#include "core/photo/profile/colour_space.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <opencv2/quality/qualityssim.hpp>

namespace autochrome::inline measure {
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

} // namespace

Candidate::Candidate(std::shared_ptr<Colorizer> colorizer, const EvaluationPlan& plan)
    : colorizer_(std::move(colorizer)), plan_(plan)
{
    evaluation.model = colorizer_->modelName();
    evaluation.modelSha256 = colorizer_->modelSha256();
    evaluation.device = colorizer_->deviceName();
}

Result<cv::Mat> Candidate::judge(const Truth& truth, const Progress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    Restoration restoration(truth.grey);
    const auto rendering = restoration.render(plan_.recipe, *colorizer_, progress);
    if (!rendering)
        return tl::make_unexpected(rendering.error());
    cv::Mat rgb, linear;
    rendering->recombiner().colourise(truth.grey.pixels, {0, 0, 1, 1}, rgb);
    PhotoScore score;
    score.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    rendering->recombiner().resultSpace().toLinearSrgb(rgb, linear);
    const cv::Mat lab = labOfLinear(linear);

    const Planes real = planesOf(truth.lab);
    const Planes made = planesOf(lab);
    const cv::Mat& confidence = rendering->chroma().confidence;
    const std::vector<float> sure(confidence.begin<float>(), confidence.end<float>());
    MetricsCollector single;
    single.add(real.lightness, real.ab, made.ab, sure);
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
        score.luminanceError = std::max(score.luminanceError,
                                        double(std::fabs(real.lightness[i] - made.lightness[i])));
    evaluation.photos.push_back(std::move(score));
    return lab;
}

void Candidate::finish(const cv::Mat& trueFeatures, const cv::Mat& greyFeatures)
{
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

} // namespace autochrome::inline measure
