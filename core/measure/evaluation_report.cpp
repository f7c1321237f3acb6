#include "core/measure/evaluation_report.h"

#include "core/base/markup.h"
#include "core/base/text.h"
#include "core/measure/comparison_report.h"
#include "core/photo/picture_data.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

namespace autochrome::inline measure {
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

std::string figuresRows(const EvaluationResult& result)
{
    std::string rows;
    for (const Evaluation& model : result.evaluations)
        rows += figuresRow(model);
    return rows;
}

// The models' figures group by group.
std::string groupsTable(const EvaluationResult& result)
{
    const std::vector<GroupMetrics>& groups = result.evaluations.front().groups;
    if (groups.empty())
        return {};
    std::string html = "<h2>By group</h2>\n<table><tr><th>photos</th><th>model</th><th>number</th>"
                       "<th>ab-PSNR</th><th>over grey</th><th>SSIM</th><th>CIEDE2000</th><th>of "
                       "grey's</th><th>colourfulness, of the truth's</th></tr>\n";
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const Evaluation& model : result.evaluations) {
            const GroupMetrics& f = model.groups[i];
            html +=
                "<tr><td>" + escapedMarkup(groupTitle(f.group)) + "</td><td>" +
                escapedMarkup(model.model) +
                formatted("</td><td>%lld</td><td>%.2f dB</td><td>%+.2f dB</td><td>%.4f</td>"
                          "<td>%.2f</td><td>%.3f</td><td>%.2f</td></tr>\n",
                          static_cast<long long>(f.mean.photos), f.mean.abPsnr, f.mean.abGain,
                          f.ssim, f.mean.ciede2000, f.mean.ciedeRatio, f.mean.colourfulnessRatio);
        }
    return html + "</table>\n";
}

std::string comparisonsHtml(const EvaluationResult& result)
{
    std::string html;
    for (std::size_t i = 1; i < result.evaluations.size(); ++i)
        html +=
            comparisonHtml(compareEvaluations(result.evaluations.front(), result.evaluations[i]));
    return html;
}

std::string groupsText(const EvaluationResult& result)
{
    std::string text;
    const std::vector<GroupMetrics>& groups = result.evaluations.front().groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const Evaluation& model : result.evaluations) {
            const GroupMetrics& f = model.groups[i];
            text += formatted(
                "%-24.24s %6lld %8.2f %+8.2f %8.2f %7.4f %8.2f %8.3f %8.2f %7.2f  %s\n",
                groupTitle(f.group).c_str(), static_cast<long long>(f.mean.photos), f.mean.abPsnr,
                f.mean.abGain, f.mean.psnr, f.ssim, f.mean.ciede2000, f.mean.ciedeRatio,
                f.mean.colourfulnessRatio, f.chromaCorrelation, model.model.c_str());
        }
    for (std::size_t i = 1; i < result.evaluations.size(); ++i)
        text += '\n' + comparisonTable(
                           compareEvaluations(result.evaluations.front(), result.evaluations[i]));
    return text;
}

std::string figure(const SheetRow& row, const PhotoScore& score)
{
    const char* what = row.before.empty() ? "grey, result, truth" : "grey, before, after, truth";
    return "<figure><img alt=\"" + std::string(what) + "\" src=\"" +
           pictureData(contactStrip(row)) + "\"><figcaption>" + escapedMarkup(score.name) +
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
           "<th>true</th><th>hue</th><th>true</th><th>a*b* error</th></tr>\n" +
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
                          "(true %5.1f)  a*b* error %4.1f\n",
                          tones.name.c_str(), model.model.c_str(), tones.photos, tones.chroma,
                          tones.trueChroma, tones.hue, tones.trueHue, tones.difference);
    return table + groupsText(result);
}

std::string evaluationHtml(const EvaluationResult& result, const EvaluationPlan& plan)
{
    std::string html =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<title>Autochrome: evaluation</title>\n<style>\n"
        "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:1100px;"
        "padding:0 1em;color:#222;background:#f4f4f4}\n"
        "table{border-collapse:collapse}th,td{padding:.3em .7em;text-align:right;"
        "border-bottom:1px solid #ccc}th:first-child,td:first-child{text-align:"
        "left}\nfigure{display:inline-block;margin:.5em .8em .5em 0;"
        "vertical-align:top}figcaption{font-size:12px;color:#555;"
        "overflow-wrap:anywhere;max-width:616px}\n"
        ".better{color:#1b6e2f}.worse{color:#a3201c}.noise{color:#8a8a8a}\n</style></head><body>\n"
        "<h1>Evaluation</h1>\n";
    html += formatted("<p>Photos were reduced to a short side of %d pixels, made grey, coloured "
                      "and compared with themselves. Autochrome %s.</p>\n",
                      plan.shortSide, AUTOCHROME_VERSION);
    html += comparisonsHtml(result);
    if (result.evaluations.size() > 1)
        html += "<h2>Each model</h2>\n";
    html += "<table><tr><th>model</th><th>photos</th><th>ab-PSNR</th><th>over grey</th><th>PSNR"
            "</th><th>SSIM</th><th>CIEDE2000</th><th>of grey's</th><th>colourfulness, of the "
            "truth's</th><th>chroma correlation</th><th>encoder Fr&eacute;chet</th><th>time</th>"
            "</tr>\n";
    html += figuresRows(result) + "</table>\n<p>A photo left grey has a PSNR of " +
            formatted("%.2f dB", result.evaluations.front().mean.greyPsnr) +
            ", so that figure alone says little. The Fr&eacute;chet distance is taken in the first "
            "model's own encoder features (grey: " +
            frechetText(result.evaluations.front().greyFrechet) +
            "); it is not the FID of Inception features.</p>\n";
    html += groupsTable(result) + skinTable(result);
    for (std::size_t i = 0; i < result.evaluations.size(); ++i)
        html += gallery(result.evaluations[i], result.rows[i]);
    if (!result.skipped.empty()) {
        html += formatted("<h2>Left out: %zu</h2>\n<ul>\n", result.skipped.size());
        for (const Message& sentence : result.skipped)
            html += "<li>" + escapedMarkup(inWords(sentence)) + "</li>\n";
        html += "</ul>\n";
    }
    return html + "</body></html>\n";
}

} // namespace autochrome::inline measure
