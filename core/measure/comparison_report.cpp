#include "core/measure/comparison_report.h"

#include "core/base/markup.h"

#include <algorithm>
#include <cstdio>

namespace autochrome::inline measure {
namespace {

/// How a metric stands in a report.
struct Column
{
    Metric metric;
    const char* title;   ///< of the page
    const char* heading; ///< of the text
    int decimals;
};

constexpr Column columns[] = {{Metric::AbPsnr, "ab-PSNR, dB", "ab-PSNR dB", 2},
                              {Metric::Ciede2000, "CIEDE2000", "CIEDE", 2},
                              {Metric::CiedeRatio, "CIEDE2000, share of grey's", "of grey", 3},
                              {Metric::Colourfulness, "colourfulness, of the truth's", "colour", 3},
                              {Metric::Ssim, "SSIM", "SSIM", 4},
                              {Metric::ChromaCorrelation, "chroma correlation", "corr.", 3},
                              {Metric::Skin, "skin, a*b* error", "skin a*b*", 2}};

std::string number(const char* format, int decimals, double value)
{
    char buffer[64];
    std::snprintf(buffer, sizeof(buffer), format, decimals, value);
    return buffer;
}

// "+0.83 ±0.21", the error where it is known.
std::string differenceText(const Change& change, int decimals, const char* plusMinus)
{
    std::string text = number("%+.*f", decimals, change.difference());
    if (change.error >= 0)
        text += plusMinus + number("%.*f", decimals, change.error);
    return text;
}

std::string padded(const std::string& text, std::size_t width)
{
    return std::string(width - std::min(width, text.size()), ' ') += text;
}

bool hasSkin(const Comparison& comparison)
{
    return comparison.groups.front().of(Metric::Skin).has_value();
}

std::string cell(const Column& column, const std::optional<Change>& change)
{
    if (!change)
        return "<td>&ndash;</td>";
    const int judgement = judgementOf(column.metric, *change);
    const char* look = judgement > 0 ? "better" : judgement < 0 ? "worse" : "noise";
    return "<td class=\"" + std::string(look) + "\" title=\"" +
           number("%.*f", column.decimals, change->before) + " &rarr; " +
           number("%.*f", column.decimals, change->after) + "\">" +
           differenceText(*change, column.decimals, " &plusmn;") + "</td>";
}

} // namespace

std::string comparisonTable(const Comparison& comparison)
{
    std::string table = std::string(comparison.after)
                            .append(" against ")
                            .append(comparison.before)
                            .append(" (difference +- standard error; * beyond the noise)\n");
    char line[160];
    std::snprintf(line, sizeof(line), "%-24s %6s", "photos", "number");
    table += line;
    for (const Column& column : columns)
        if (column.metric != Metric::Skin || hasSkin(comparison))
            table += ' ' + padded(column.heading, 17);
    table += '\n';
    for (const GroupChange& change : comparison.groups) {
        std::snprintf(line, sizeof(line), "%-24.24s %6lld", groupTitle(change.group).c_str(),
                      static_cast<long long>(change.photos));
        table += line;
        for (const Column& column : columns) {
            if (column.metric == Metric::Skin && !hasSkin(comparison))
                continue;
            const auto& of = change.of(column.metric);
            std::string text = of ? differenceText(*of, column.decimals, " +-") : "-";
            text += of && of->isCertain() ? '*' : ' ';
            table += ' ' + padded(text, 17);
        }
        table += '\n';
    }
    return table;
}

std::string comparisonHtml(const Comparison& comparison)
{
    std::string html = "<h2>" + escapedMarkup(comparison.after) + " against " +
                       escapedMarkup(comparison.before) +
                       "</h2>\n<table class=\"changes\"><tr><th>photos</th><th>number</th>";
    for (const Column& column : columns)
        if (column.metric != Metric::Skin || hasSkin(comparison))
            html += "<th>" + std::string(column.title) + "</th>";
    html += "</tr>\n";
    for (const GroupChange& change : comparison.groups) {
        html += "<tr><td>" + escapedMarkup(groupTitle(change.group)) + "</td><td>" +
                std::to_string(change.photos) + "</td>";
        for (const Column& column : columns)
            if (column.metric != Metric::Skin || hasSkin(comparison))
                html += cell(column, change.of(column.metric));
        html += "</tr>\n";
    }
    return html +
           "</table>\n<p>New minus old, with its standard error over the photos. Grey: within the "
           "noise, which is Student's t (95&nbsp;%) times that error. Green: better, red: worse; "
           "less is better for CIEDE2000 and skin, and colourfulness is best at 1.</p>\n";
}

} // namespace autochrome::inline measure
