#include "core/learn/loop/settings_check.h"

#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/network/network_design.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

using Json = nlohmann::json;

constexpr std::array ranges{
    SettingRange{"minutes", 0, 1e6},
    SettingRange{"steps", 0, 1e9},
    SettingRange{"epochs", 0, 1e6},
    SettingRange{"batchSize", 1, 4096},
    SettingRange{"cropSize", 32, 1024, 32},
    SettingRange{"lateBatchSize", 1, 4096},
    SettingRange{"lateCropSize", 32, 1024, 32},
    SettingRange{"lateFrom", 0, 1},
    SettingRange{"accumulation", 1, 1024},
    SettingRange{"agedShare", 0, 1},
    SettingRange{"priorPhotos", 1, 1e9},
    SettingRange{"lambda", 0, 1},
    SettingRange{"crossEntropyWeight", 0, 1000},
    SettingRange{"regressionWeight", 0, 1000},
    SettingRange{"photoWeight", 0, 1000},
    SettingRange{"vividness", 0.5, 2},
    SettingRange{"encoderRate", 0, 1},
    SettingRange{"decoderRate", 0, 1},
    SettingRange{"weightDecay", 0, 10},
    SettingRange{"stochasticDepth", 0, 0.9},
    SettingRange{"warmupSteps", 0, 1e6},
    SettingRange{"finalRate", 0, 1},
    SettingRange{"gradientClip", 0, 1e6},
    SettingRange{"emaDecay", 0, 0.999999}, // of 1 the average would never move
    SettingRange{"frozenUntil", 0, 1},
    SettingRange{"startShare", 0, 0.99}, // of 1 nothing would be learnt
    SettingRange{"validationShortSide", 32, 1024},
    SettingRange{"validationPhotos", 0, 1e9},
    SettingRange{"validationEpochs", 0, 1e6},
    SettingRange{"patience", 0, 1e6},
};

std::string inDigits(double value)
{
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed);
    return {digits.data(), end.ptr};
}

Result<void> checkRange(const SettingRange& range, double value)
{
    const bool isInside = value >= range.least && value <= range.most; // no number never is
    if (range.multipleOf == 0)
        return isInside ? Result<void>()
                        : failure(ErrorCode::Usage,
                                  text("The setting “%1” has to be from %2 to %3.",
                                       {range.key, inDigits(range.least), inDigits(range.most)}));
    if (isInside && std::fmod(value, range.multipleOf) == 0)
        return {};
    return failure(ErrorCode::Usage,
                   text("The setting “%1” has to be a multiple of %2 from %3 to %4.",
                        {range.key, std::to_string(range.multipleOf), inDigits(range.least),
                         inDigits(range.most)}));
}

/// Whether `value` is of the kind of `usual`; a library's own conversion would take true for 1, and
/// cut 3.7 to 3.
Result<void> checkKind(const std::string& key, const Json& value, const Json& usual)
{
    if (usual.is_boolean())
        return value.is_boolean()
                   ? Result<void>()
                   : failure(ErrorCode::Usage,
                             text("The setting “%1” has to be true or false.", {key}));
    if (usual.is_string())
        return value.is_string()
                   ? Result<void>()
                   : failure(ErrorCode::Usage, text("The setting “%1” has to be a text.", {key}));
    if (usual.is_number_float())
        return value.is_number()
                   ? Result<void>()
                   : failure(ErrorCode::Usage, text("The setting “%1” has to be a number.", {key}));
    // Beyond this, a whole number would be cut when it becomes one of ours. The seed has 64 bits.
    const bool fits = value.is_number_integer() &&
                      (key == "seed"                ? value.is_number_unsigned()
                       : value.is_number_unsigned() ? value.get<std::uint64_t>() <= 2'000'000'000U
                                                    : value.get<std::int64_t>() >= -2'000'000'000);
    return fits ? Result<void>()
                : failure(ErrorCode::Usage,
                          text("The setting “%1” has to be a whole number.", {key}));
}

Result<TrainingSettings> baseOf(const Json& given, const std::optional<TrainingSettings>& base)
{
    if (base)
        return *base;
    const auto preset = given.find("preset");
    if (preset == given.end())
        return TrainingSettings::house();
    const std::string name = preset->is_string() ? preset->get<std::string>() : std::string();
    if (auto settings = TrainingSettings::ofPreset(name))
        return *settings;
    return failure(ErrorCode::Usage, text("The setting “%1” has to be one of %2.",
                                          {"preset", "house, paper, fine-tune"}));
}

} // namespace

const SettingRange* settingRange(std::string_view key)
{
    const auto found = std::ranges::find_if(ranges, [&](const auto& r) { return key == r.key; });
    return found == ranges.end() ? nullptr : &*found;
}

Result<void> checkSettings(const TrainingSettings& settings)
{
    const Json values = Json::parse(settings.toJson());
    for (const SettingRange& range : ranges) {
        const Json& value = values.at(range.key);
        // What JSON cannot say (no number, endless) has become null.
        const double number = value.is_number() ? value.get<double>() : std::nan("");
        if (const auto checked = checkRange(range, number); !checked)
            return checked;
    }
    if (!NetworkDesign::fromArchitecture(settings.architecture))
        return failure(ErrorCode::Usage,
                       text("There is no network called “%1”.", {settings.architecture}));
    if (settings.minutes <= 0 && settings.steps <= 0 && settings.epochs <= 0)
        return failure(ErrorCode::Usage,
                       text("The training needs a length: minutes, steps or epochs."));
    if (settings.crossEntropyWeight <= 0 && settings.regressionWeight <= 0)
        return failure(ErrorCode::Usage, text("One of the two losses has to count."));
    return {};
}

Result<TrainingSettings> settingsFromText(const std::string& json,
                                          const std::optional<TrainingSettings>& base)
try {
    const Json given = Json::parse(json);
    if (!given.is_object())
        return failure(ErrorCode::Corrupt, text("Settings have to be one JSON object."));
    const auto start = baseOf(given, base);
    if (!start)
        return start;
    Json values = Json::parse(start->toJson());
    for (const auto& [key, value] : given.items()) {
        const auto known = values.find(key);
        if (known == values.end())
            return failure(ErrorCode::Usage, text("There is no setting called “%1”.", {key}));
        if (const auto checked = checkKind(key, value, *known); !checked)
            return tl::make_unexpected(checked.error());
        if (key != "preset")
            *known = value;
    }
    auto settings = TrainingSettings::fromJson(values.dump());
    if (settings)
        if (const auto checked = checkSettings(*settings); !checked)
            return tl::make_unexpected(checked.error());
    return settings;
} catch (const nlohmann::json::exception& error) {
    return failure(ErrorCode::Corrupt, text("Settings have to be one JSON object."), error.what());
}

Result<TrainingSettings> settingsFromFile(const std::filesystem::path& file,
                                          const std::optional<TrainingSettings>& base)
{
    const auto content = readSmallFile(file);
    if (!content)
        return tl::make_unexpected(content.error());
    return settingsFromText(*content, base);
}

} // namespace autochrome::inline learn
