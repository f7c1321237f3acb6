#include "core/evaluate/evaluation_report.h"

#include "core/base/markup.h"
#include "core/photo/picture_data.h"
#include "core/train/metrics_json.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace autochrome {
namespace {

[[gnu::format(printf, 1, 2)]] std::string formatted(const char* format, ...)
{
    char buffer[512];
    std::va_list values;
    va_start(values, format);
    std::vsnprintf(buffer, sizeof(buffer), format, values);
    va_end(values);
    return buffer;
}

nlohmann::ordered_json orNull(double distance)
{
    return distance < 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(distance);
}

std::string frechetText(double distance)
{
    return distance < 0 ? std::string("-") : formatted("%.3f", distance);
}

std::string figuresRow(const Evaluation& e)
{
    const ColourMetrics& m = e.mean;
    return "<tr><td>" + escapedMarkup(e.model) + "</td><td>" +
           formatted("%lld</td><td>%.2f dB</td><td>%+.2f dB</td><td>%.2f dB</td><td>%.4f</td>"
                     "<td>%.2f</td><td>%.3f</td><td>%.2f</td><td>%.2f</td><td>",
                     static_cast<long long>(m.photos), m.abPsnr, m.abGain, m.psnr, e.ssim,
                     m.ciede2000, m.ciedeRatio, m.colourfulnessRatio, e.chromaCorrelation) +
           frechetText(e.frechet) + formatted("</td><td>%.0f ms</td></tr>\n", 1000 * e.seconds);
}

std::string figure(const SheetRow& row, const PhotoScore& score)
{
    return "<figure><img alt=\"grey, result, truth\" src=\"" + pictureData(contactStrip(row)) +
           "\"><figcaption>" + escapedMarkup(score.name) +
           formatted("<br>%+.2f dB, CIEDE2000 %.1f, chroma %.0f of %.0f</figcaption></figure>\n",
                     score.metrics.abGain, score.metrics.ciede2000, score.chroma, score.trueChroma);
}

std::string skinTable(const EvaluationResult& result)
{
    std::string rows;
    for (const Evaluation& model : result.evaluations)
        for (const SkinTones& tones : model.skin)
            rows += "<tr><td>" + escapedMarkup(model.model) + "</td><td>" + tones.name +
                    formatted("</td><td>%d</td><td>%.1f</td><td>%.1f</td><td>%.0f&deg;</td>"
                              "<td>%.0f&deg;</td><td>%.1f</td></tr>\n",
                              tones.photos, tones.chroma, tones.trueChroma, tones.hue,
                              tones.trueHue, tones.difference);
    if (rows.empty())
        return rows;
    return "<h2>Skin</h2>\n<table><tr><th>model</th><th>skin</th><th>faces</th><th>chroma</th>"
           "<th>true</th><th>hue</th><th>true</th><th>a*b* off by</th></tr>\n" +
           rows + "</table>\n";
}

// The sheet's photos from the worst to the best.
std::string gallery(const Evaluation& evaluation, const std::vector<SheetRow>& rows)
{
    std::vector<std::pair<const SheetRow*, const PhotoScore*>> pairs;
    for (const SheetRow& row : rows)
        for (const PhotoScore& score : evaluation.photos)
            if (score.name == row.name) {
                pairs.emplace_back(&row, &score);
                break;
            }
    std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return a.second->metrics.abGain < b.second->metrics.abGain;
    });
    std::string html =
        "<h2>" + escapedMarkup(evaluation.model) + ", from the worst to the best</h2>\n";
    for (const auto& [row, score] : pairs)
        html += figure(*row, *score);
    return html;
}

} // namespace

std::string evaluationTable(const EvaluationResult& result)
{
    std::string table = formatted("%-24s %6s %8s %8s %8s %7s %8s %8s %8s %7s %8s %7s\n", "model",
                                  "photos", "ab-PSNR", "gain", "PSNR", "SSIM", "CIEDE", "of grey",
                                  "colour", "corr.", "Frechet", "ms");
    for (const Evaluation& e : result.evaluations) {
        const ColourMetrics& m = e.mean;
        table += formatted("%-24.24s %6lld %8.2f %+8.2f %8.2f %7.4f %8.2f %8.3f %8.2f %7.2f %8s "
                           "%7.0f\n",
                           e.model.c_str(), static_cast<long long>(m.photos), m.abPsnr, m.abGain,
                           m.psnr, e.ssim, m.ciede2000, m.ciedeRatio, m.colourfulnessRatio,
                           e.chromaCorrelation, frechetText(e.frechet).c_str(), 1000 * e.seconds);
    }
    const Evaluation& e = result.evaluations.front();
    const double greyCiede = e.mean.ciedeRatio > 0 ? e.mean.ciede2000 / e.mean.ciedeRatio : 0;
    table +=
        formatted("%-24s %6lld %8.2f %+8.2f %8.2f %7s %8.2f %8.3f %8.2f %7s %8s\n", "(left grey)",
                  static_cast<long long>(e.mean.photos), e.mean.abPsnr - e.mean.abGain, 0.0,
                  e.mean.greyPsnr, "", greyCiede, 1.0, 0.0, "", frechetText(e.greyFrechet).c_str());
    for (const Evaluation& model : result.evaluations)
        for (const SkinTones& tones : model.skin)
            table +=
                formatted("skin, %-6s %-24.24s %5d faces  chroma %5.1f (true %5.1f)  hue %5.1f "
                          "(true %5.1f)  a*b* off by %4.1f\n",
                          tones.name.c_str(), model.model.c_str(), tones.photos, tones.chroma,
                          tones.trueChroma, tones.hue, tones.trueHue, tones.difference);
    return table;
}

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
            photos.push_back(std::move(score));
        }
        nlohmann::ordered_json mean = toJson(e.mean);
        mean["ssim"] = e.ssim;
        mean["chromaCorrelation"] = e.chromaCorrelation;
        mean["encoderFrechet"] = orNull(e.frechet);
        mean["encoderFrechetOfGrey"] = orNull(e.greyFrechet);
        mean["seconds"] = e.seconds;
        nlohmann::ordered_json skin = nlohmann::ordered_json::array();
        for (const SkinTones& tones : e.skin)
            skin.push_back({{"name", tones.name},
                            {"photos", tones.photos},
                            {"chroma", tones.chroma},
                            {"trueChroma", tones.trueChroma},
                            {"hue", tones.hue},
                            {"trueHue", tones.trueHue},
                            {"difference", tones.difference}});
        mean["skin"] = std::move(skin);
        models.push_back({{"model", e.model},
                          {"sha256", e.modelSha256},
                          {"device", e.device},
                          {"count", e.mean.photos},
                          {"mean", std::move(mean)},
                          {"photos", std::move(photos)}});
    }
    const nlohmann::ordered_json whole = {
        {"software", "Autochrome " AUTOCHROME_VERSION},
        {"shortSide", plan.shortSide},
        {"recipe", nlohmann::ordered_json::parse(plan.recipe.toJson())},
        {"models", std::move(models)},
        {"skipped", result.skipped}};
    return whole.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string evaluationHtml(const EvaluationResult& result, const EvaluationPlan& plan)
{
    std::string html = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<title>Autochrome: evaluation</title>\n<style>\n"
                       "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:1100px;"
                       "padding:0 1em;color:#222;background:#f4f4f4}\n"
                       "table{border-collapse:collapse}th,td{padding:.3em .7em;text-align:right;"
                       "border-bottom:1px solid #ccc}th:first-child,td:first-child{text-align:"
                       "left}\nfigure{display:inline-block;margin:.5em .8em .5em 0;"
                       "vertical-align:top}figcaption{font-size:12px;color:#555;"
                       "overflow-wrap:anywhere;max-width:458px}\n</style></head><body>\n"
                       "<h1>Evaluation</h1>\n";
    html += formatted("<p>Photos were reduced to a short side of %d pixels, made grey, coloured "
                      "and compared with themselves. Autochrome %s.</p>\n",
                      plan.shortSide, AUTOCHROME_VERSION);
    html += "<table><tr><th>model</th><th>photos</th><th>ab-PSNR</th><th>over grey</th><th>PSNR"
            "</th><th>SSIM</th><th>CIEDE2000</th><th>of grey's</th><th>colourfulness, of the "
            "truth's</th><th>chroma correlation</th><th>encoder Fr&eacute;chet</th><th>time</th>"
            "</tr>\n";
    for (const Evaluation& evaluation : result.evaluations)
        html += figuresRow(evaluation);
    html += "</table>\n<p>A photo left grey has a PSNR of " +
            formatted("%.2f dB", result.evaluations.front().mean.greyPsnr) +
            ", so that figure alone says little. The Fr&eacute;chet distance is taken in the first "
            "model's own encoder features (grey: " +
            frechetText(result.evaluations.front().greyFrechet) +
            "); it is not the FID of Inception features.</p>\n";
    html += skinTable(result);
    for (std::size_t i = 0; i < result.evaluations.size(); ++i)
        html += gallery(result.evaluations[i], result.rows[i]);
    if (!result.skipped.empty()) {
        html += formatted("<h2>Passed over: %zu</h2>\n<ul>\n", result.skipped.size());
        for (const std::string& sentence : result.skipped)
            html += "<li>" + escapedMarkup(sentence) + "</li>\n";
        html += "</ul>\n";
    }
    return html + "</body></html>\n";
}

} // namespace autochrome
