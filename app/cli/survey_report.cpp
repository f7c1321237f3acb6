#include "app/cli/survey_report.h"

#include "app/cli/console.h"
#include "core/colour/colour_bins.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace autochrome::cli {
namespace {

constexpr int namedInTable = 10;

/// How a use of a photo is called in JSON, and in the table with what it means.
struct UseNames
{
    const char* key;
    const char* label;
    const char* meaning;
};

constexpr std::array<UseNames, photoUses> useNames{{
    {"usable", "usable", ""},
    {"damaged", "damaged", "cannot be read, or no picture"},
    {"grey", "near-grey", "black and white, or nearly"},
    {"toned", "toned", "one tint over everything"},
    {"too_small", "too small", "a side of less than 48 pixels"},
    {"duplicate", "duplicates", "the same file again"},
}};

const UseNames& namesOf(PhotoUse use)
{
    return useNames[std::size_t(use)];
}

const char* nameOf(SplitBy by)
{
    return by == SplitBy::Hash ? "hash" : "folder";
}

template <class... Values>
void print(std::string& out, const char* format, Values... values)
{
    char line[200];
    std::snprintf(line, sizeof line, format, values...);
    out += line;
}

void printCount(std::string& out, const char* label, std::int64_t count, const char* meaning)
{
    print(out, *meaning ? "  %-12s %9lld   %s\n" : "  %-12s %9lld\n", label,
          static_cast<long long>(count), meaning);
}

void printSpread(std::string& out, const char* label, const Spread& spread, int digits)
{
    print(out, "  %-12s %9.*f %9.*f %9.*f\n", label, digits, spread.least, digits, spread.median,
          digits, spread.most);
}

void printLeftOut(std::string& out, const Survey& survey)
{
    for (int number = 1; number < photoUses; ++number) {
        const auto use = PhotoUse(number);
        int named = 0;
        for (const LeftOutPhoto& photo : survey.leftOut) {
            if (photo.why != use || named == namedInTable)
                continue;
            if (++named == 1)
                out.append("\n").append(namesOf(use).label).append(":\n");
            out.append("  ").append(printable(photo.name));
            if (!photo.same.empty())
                out.append(" = ").append(printable(photo.same));
            out += '\n';
        }
        if (named > 0 && survey.count(use) > named)
            print(out, "  and %lld more\n", static_cast<long long>(survey.count(use) - named));
    }
}

nlohmann::ordered_json spreadJson(const Spread& spread)
{
    return {{"least", spread.least}, {"median", spread.median}, {"most", spread.most}};
}

} // namespace

std::string surveyTable(const Survey& survey, const TrainSplit& split, SplitBy by)
{
    std::string out;
    printCount(out, "photos", survey.index.count(), "");
    for (int use = 0; use < photoUses; ++use)
        printCount(out, useNames[std::size_t(use)].label, survey.counts[std::size_t(use)],
                   useNames[std::size_t(use)].meaning);
    printCount(out, "near-copies", survey.nearCopies, "usable, but much like another");
    print(out, "\n  %-12s %9s %9s %9s\n", "", "least", "median", "most");
    printSpread(out, "short side", survey.shortSide, 0);
    printSpread(out, "long side", survey.longSide, 0);
    printSpread(out, "megapixels", survey.megapixels, 2);
    print(out, "\n  %-12s %9lld\n", "training", static_cast<long long>(split.train.size()));
    print(out, "  %-12s %9lld   by %s\n", "validation",
          static_cast<long long>(split.validation.size()), nameOf(by));
    if (!split.withheld.empty())
        printCount(out, "withheld", std::int64_t(split.withheld.size()),
                   "much like a photo of the other side");
    printLeftOut(out, survey);
    print(out, "\n%.1f s\n", survey.seconds);
    return out;
}

std::string surveyJson(const Survey& survey, const TrainSplit& split, SplitBy by)
{
    nlohmann::ordered_json json = {{"photos", survey.index.count()}};
    for (int use = 0; use < photoUses; ++use)
        json[useNames[std::size_t(use)].key] = survey.counts[std::size_t(use)];
    json["near_copies"] = survey.nearCopies;
    json["short_side"] = spreadJson(survey.shortSide);
    json["long_side"] = spreadJson(survey.longSide);
    json["megapixels"] = spreadJson(survey.megapixels);
    json["split"] = {{"by", nameOf(by)},
                     {"train", split.train.size()},
                     {"validation", split.validation.size()},
                     {"withheld", split.withheld.size()}};
    auto& leftOut = json["left_out"] = nlohmann::ordered_json::array();
    for (const LeftOutPhoto& photo : survey.leftOut) {
        nlohmann::ordered_json entry = {{"photo", photo.name}, {"why", namesOf(photo.why).key}};
        if (!photo.same.empty())
            entry["same"] = photo.same;
        leftOut.push_back(std::move(entry));
    }
    auto& colours = json["colours"] = nlohmann::ordered_json::array();
    const ColourBins& bins = ColourBins::srgb();
    for (std::size_t bin = 0; bin < survey.colours.size(); ++bin)
        colours.push_back({{"a", bins.centres[bin][0]},
                           {"b", bins.centres[bin][1]},
                           {"pixels", std::int64_t(survey.colours[bin])}});
    json["seconds"] = survey.seconds;
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace autochrome::cli
