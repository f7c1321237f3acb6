#include "core/base/text.h"
#include "core/measure/comparison_file.h"
#include "core/measure/evaluation_report.h"
#include "core/measure/metrics/metrics_json.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline measure {
namespace {

nlohmann::ordered_json orNull(double distance)
{
    return distance < 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(distance);
}

nlohmann::ordered_json skinJson(const std::vector<SkinTones>& tones)
{
    nlohmann::ordered_json skin = nlohmann::ordered_json::array();
    for (const SkinTones& range : tones)
        skin.push_back({{"name", range.name},
                        {"photos", range.photos},
                        {"chroma", range.chroma},
                        {"trueChroma", range.trueChroma},
                        {"hue", range.hue},
                        {"trueHue", range.trueHue},
                        {"difference", range.difference}});
    return skin;
}

nlohmann::ordered_json groupsJson(const Evaluation& evaluation)
{
    nlohmann::ordered_json groups = nlohmann::ordered_json::array();
    for (const GroupMetrics& figures : evaluation.groups) {
        nlohmann::ordered_json mean = toJson(figures.mean);
        mean["ssim"] = figures.ssim;
        mean["chromaCorrelation"] = figures.chromaCorrelation;
        mean["skin"] = skinJson(figures.skin);
        groups.push_back({{"name", groupTitle(figures.group)},
                          {"isCategory", figures.group.kind == PhotoGroup::Kind::Category},
                          {"count", figures.mean.photos},
                          {"mean", std::move(mean)}});
    }
    return groups;
}

} // namespace

std::string evaluationJson(const EvaluationResult& result, const EvaluationPlan& plan)
{
    nlohmann::ordered_json models = nlohmann::ordered_json::array();
    for (const Evaluation& e : result.evaluations) {
        nlohmann::ordered_json photos = nlohmann::ordered_json::array();
        for (const PhotoScore& photo : e.photos) {
            nlohmann::ordered_json score = {{"name", photo.name}};
            score.update(toJson(photo.metrics));
            score["ssim"] = photo.ssim;
            score["chroma"] = photo.chroma;
            score["trueChroma"] = photo.trueChroma;
            score["luminanceError"] = photo.luminanceError;
            score["seconds"] = photo.seconds;
            if (!photo.category.empty())
                score["category"] = photo.category;
            if (photo.isOther)
                score["isOther"] = true;
            photos.push_back(std::move(score));
        }
        nlohmann::ordered_json mean = toJson(e.mean);
        mean["ssim"] = e.ssim;
        mean["chromaCorrelation"] = e.chromaCorrelation;
        mean["encoderFrechet"] = orNull(e.frechet);
        mean["encoderFrechetOfGrey"] = orNull(e.greyFrechet);
        mean["seconds"] = e.seconds;
        mean["skin"] = skinJson(e.skin);
        models.push_back({{"model", e.model},
                          {"sha256", e.modelSha256},
                          {"device", e.device},
                          {"count", e.mean.photos},
                          {"mean", std::move(mean)},
                          {"groups", groupsJson(e)},
                          {"photos", std::move(photos)}});
    }
    nlohmann::ordered_json comparisons = nlohmann::ordered_json::array();
    for (std::size_t i = 1; i < result.evaluations.size(); ++i)
        comparisons.push_back(
            toJson(compareEvaluations(result.evaluations.front(), result.evaluations[i])));
    const nlohmann::ordered_json whole = {
        {"software", "Autochrome " AUTOCHROME_VERSION},
        {"shortSide", plan.shortSide},
        {"recipe", nlohmann::ordered_json::parse(plan.recipe.toJson())},
        {"models", std::move(models)},
        {"comparisons", std::move(comparisons)},
        {"skipped", inWords(result.skipped)}};
    return whole.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace autochrome::inline measure
