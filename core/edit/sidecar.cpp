#include "core/edit/sidecar.h"

#include "core/base/path_json.h"
#include "core/base/text.h"

#include <array>
#include <nlohmann/json.hpp>

namespace autochrome::inline edit {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr const char* versionKey = "sidecar";

// Version 0 has no number: it is a recipe and nothing else, as people write it by hand.
void wrapBareRecipe(OrderedJson& json)
{
    OrderedJson recipe = std::move(json);
    json = OrderedJson{{"recipe", std::move(recipe)}};
}

// Each entry lifts a sidecar from the version that is its index to the next.
using Migration = void (*)(OrderedJson&);
constexpr std::array<Migration, Sidecar::currentVersion> migrations{wrapBareRecipe};

tl::unexpected<Error> newer(const std::string& version)
{
    return failure(ErrorCode::UnsupportedFormat,
                   text("These settings were kept by a newer Autochrome."), version);
}

tl::unexpected<Error> corrupt(const std::string& detail)
{
    return failure(ErrorCode::Corrupt, text("These kept settings are damaged."), detail);
}

OrderedJson photoJson(const PhotoMark& photo)
{
    return {
        {"name", pathJson(photo.path.filename())}, {"page", photo.page}, {"sha256", photo.sha256}};
}

} // namespace

std::string Sidecar::toJson() const
{
    OrderedJson json{{versionKey, currentVersion}};
    if (photo)
        json["photo"] = photoJson(*photo);
    json["saved"] = saved;
    json["recipe"] = OrderedJson::parse(recipe.toJson());
    return json.dump(2) + "\n";
}

Result<Sidecar> Sidecar::fromJson(const std::string& content)
try {
    OrderedJson json = OrderedJson::parse(content);
    if (!json.is_object())
        return corrupt("not an object");
    const OrderedJson version = json.value(versionKey, OrderedJson(0));
    if (!version.is_number_integer() || version.get<double>() < 0)
        return corrupt(versionKey);
    if (version.get<double>() > currentVersion)
        return newer(version.dump());
    for (auto step = version.get<std::size_t>(); step < migrations.size(); ++step)
        migrations[step](json);

    const OrderedJson& kept = json.at("recipe");
    const OrderedJson recipeVersion = kept.value("version", OrderedJson());
    if (recipeVersion.is_number_integer() && recipeVersion.get<double>() > Recipe::currentVersion)
        return newer("recipe " + recipeVersion.dump());
    const Result<Recipe> recipe = Recipe::fromJson(kept.dump());
    if (!recipe)
        return corrupt(recipe.error().detail);

    Sidecar sidecar;
    sidecar.recipe = *recipe;
    sidecar.saved = json.value("saved", std::int64_t(0));
    if (const auto photo = json.find("photo"); photo != json.end())
        sidecar.photo = PhotoMark{pathOf(photo->at("name")), photo->at("page").get<int>(),
                                  photo->at("sha256").get<std::string>()};
    return sidecar;
} catch (const OrderedJson::exception& error) {
    return corrupt(error.what());
}

} // namespace autochrome::inline edit
