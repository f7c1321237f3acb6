#include "core/measure/comparison_file.h"

#include "core/base/small_file.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline measure {
namespace {

using OrderedJson = nlohmann::ordered_json;
using Kind = PhotoGroup::Kind;

constexpr std::pair<Kind, const char*> kinds[] = {{Kind::All, "all"},
                                                  {Kind::These, "these"},
                                                  {Kind::Others, "others"},
                                                  {Kind::Category, "category"}};

OrderedJson toJson(const GroupChange& change)
{
    OrderedJson json;
    for (const auto& [kind, name] : kinds)
        if (kind == change.group.kind)
            json["group"] = name;
    if (change.group.kind == Kind::Category) {
        json["category"] = change.group.name;
        json["isOther"] = change.group.isOther;
    }
    json["photos"] = change.photos;
    for (const Metric metric : allMetrics)
        if (const auto& of = change.of(metric))
            json[metricName(metric)] = {
                {"photos", of->photos},
                {"before", of->before},
                {"after", of->after},
                {"difference", of->difference()},
                {"standardError", of->error < 0 ? OrderedJson() : OrderedJson(of->error)},
                {"beyondNoise", of->isCertain()}};
    return json;
}

GroupChange groupChangeOf(const OrderedJson& json)
{
    GroupChange change;
    const std::string named = json.at("group");
    for (const auto& [kind, name] : kinds)
        if (named == name)
            change.group.kind = kind;
    change.group.name = json.value("category", "");
    change.group.isOther = json.value("isOther", false);
    change.photos = json.at("photos");
    for (const Metric metric : allMetrics)
        if (const auto of = json.find(metricName(metric)); of != json.end()) {
            const OrderedJson& error = of->at("standardError");
            change.changes[std::size_t(metric)] = {of->at("photos"), of->at("before"),
                                                   of->at("after"),
                                                   error.is_null() ? -1 : error.get<double>()};
        }
    return change;
}

} // namespace

OrderedJson toJson(const Comparison& comparison)
{
    OrderedJson groups = OrderedJson::array();
    for (const GroupChange& change : comparison.groups)
        groups.push_back(toJson(change));
    return {{"before", {{"model", comparison.before}, {"sha256", comparison.beforeSha256}}},
            {"after", {{"model", comparison.after}, {"sha256", comparison.afterSha256}}},
            {"groups", std::move(groups)}};
}

std::string comparisonFileJson(const ComparisonFile& file)
{
    OrderedJson photos = OrderedJson::array();
    for (const ComparedPhoto& photo : file.photos)
        photos.push_back({{"name", photo.name},
                          {"picture", photo.picture},
                          {"isOther", photo.isOther},
                          {"gainBefore", photo.gainBefore},
                          {"gainAfter", photo.gainAfter}});
    OrderedJson json = toJson(file.comparison);
    json["sheet"] = std::move(photos);
    json["skipped"] = file.skipped;
    return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

Result<ComparisonFile> readComparisonFile(const std::filesystem::path& folder)
{
    const auto content = readSmallFile(folder / ComparisonFile::fileName);
    if (!content)
        return tl::make_unexpected(content.error());
    try {
        const OrderedJson json = OrderedJson::parse(*content);
        ComparisonFile file;
        Comparison& comparison = file.comparison;
        comparison.before = json.at("before").at("model");
        comparison.beforeSha256 = json.at("before").at("sha256");
        comparison.after = json.at("after").at("model");
        comparison.afterSha256 = json.at("after").at("sha256");
        for (const OrderedJson& group : json.at("groups"))
            comparison.groups.push_back(groupChangeOf(group));
        for (const OrderedJson& photo : json.at("sheet"))
            file.photos.push_back({photo.at("name"), photo.at("picture"), photo.at("isOther"),
                                   photo.at("gainBefore"), photo.at("gainAfter")});
        file.skipped = json.at("skipped");
        return file;
    } catch (const nlohmann::json::exception& error) {
        return failure(ErrorCode::Corrupt, text("The comparison of the models is damaged."),
                       error.what());
    }
}

} // namespace autochrome::inline measure
