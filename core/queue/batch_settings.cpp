#include "core/queue/batch_settings.h"

#include "core/base/text.h"
#include "core/photo/formats/format_names.h"
#include "core/queue/naming/name_template.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace autochrome::inline queue {
namespace {

using Json = nlohmann::json;

constexpr std::array destinations{std::pair{"beside", Destination::Beside},
                                  std::pair{"folder", Destination::Folder},
                                  std::pair{"mirror", Destination::Mirror}};
constexpr std::array overwrites{std::pair{"skip", Overwrite::Skip},
                                std::pair{"replace", Overwrite::Replace},
                                std::pair{"rename", Overwrite::Rename}};

template <class Names, class Value>
const char* nameIn(const Names& names, Value value)
{
    for (const auto& [name, entry] : names)
        if (entry == value)
            return name;
    return "";
}

template <class Value, class Names>
std::optional<Value> valueIn(const Names& names, std::string_view wanted)
{
    for (const auto& [name, entry] : names)
        if (wanted == name)
            return entry;
    return std::nullopt;
}

} // namespace

const char* destinationName(Destination destination)
{
    return nameIn(destinations, destination);
}

const char* overwriteName(Overwrite overwrite)
{
    return nameIn(overwrites, overwrite);
}

std::optional<Overwrite> overwriteOfName(std::string_view name)
{
    return valueIn<Overwrite>(overwrites, name);
}

std::string BatchSettings::toJson() const
{
    return Json{{"version", currentVersion},
                {"destination", destinationName(destination)},
                {"name", nameTemplate},
                {"collision", overwriteName(collision)},
                {"format", format ? Json(formatExtension(*format)) : Json()},
                {"quality", quality},
                {"keepTimes", keepTimes},
                {"recipe", Json::parse(recipe.toJson())},
                {"ownRecipes", ownRecipes},
                {"named", named},
                {"crop", frame.crop ? Json(FrameOrder::textOfCrop(*frame.crop)) : Json()},
                {"straighten", frame.straighten ? Json(*frame.straighten) : Json()},
                {"toPrint", frame.toPrint},
                {"deskew", frame.deskew},
                {"model", model},
                {"skipColoured", skipColoured},
                {"skipOwn", skipOwn}}
        .dump();
}

Result<BatchSettings> BatchSettings::fromJson(const std::string& json)
{
    const auto bad = [](const std::string& detail) {
        return failure(ErrorCode::Usage, text("These are not the settings of a batch."), detail);
    };
    try {
        const Json read = Json::parse(json);
        if (read.at("version").get<int>() > currentVersion)
            return failure(ErrorCode::Usage,
                           text("This batch was made by a newer version of Autochrome."));
        BatchSettings settings;
        const auto destination =
            valueIn<Destination>(destinations, read.at("destination").get<std::string>());
        const auto collision = overwriteOfName(read.at("collision").get<std::string>());
        const auto recipe = Recipe::fromJson(read.at("recipe").dump());
        if (!destination || !collision)
            return bad("destination or collision");
        if (!recipe)
            return tl::make_unexpected(recipe.error());
        settings.destination = *destination;
        settings.collision = *collision;
        settings.recipe = *recipe;
        settings.nameTemplate = read.at("name").get<std::string>();
        if (const auto parsed = NameTemplate::parse(settings.nameTemplate); !parsed)
            return tl::make_unexpected(parsed.error());
        if (const Json& format = read.at("format"); !format.is_null()) {
            settings.format = formatOfName(format.get<std::string>());
            if (!settings.format || !factsOf(*settings.format).writer)
                return bad("format " + format.get<std::string>());
        }
        settings.quality = read.at("quality").get<int>();
        if (settings.quality < 1 || settings.quality > 100)
            return bad("quality " + std::to_string(settings.quality));
        settings.keepTimes = read.value("keepTimes", false); // older queues have none
        settings.ownRecipes = read.at("ownRecipes").get<bool>();
        settings.named = read.value("named", settings.named); // older queues have none
        if (const Json crop = read.value("crop", Json()); !crop.is_null()) {
            settings.frame.crop = FrameOrder::cropOfText(crop.get<std::string>());
            if (!settings.frame.crop)
                return bad("crop " + crop.dump());
        }
        if (const Json degrees = read.value("straighten", Json()); !degrees.is_null())
            settings.frame.straighten = degrees.get<double>();
        if (!(std::abs(settings.frame.straighten.value_or(0)) <= FrameOrder::steepest))
            return bad("straighten " + std::to_string(*settings.frame.straighten));
        settings.frame.toPrint = read.value("toPrint", false);
        settings.frame.deskew = read.value("deskew", false);
        settings.model = read.at("model").get<std::string>();
        settings.skipColoured = read.at("skipColoured").get<bool>();
        settings.skipOwn = read.at("skipOwn").get<bool>();
        return settings;
    } catch (const Json::exception& error) {
        return bad(error.what());
    }
}

} // namespace autochrome::inline queue
