#include "core/learn/loop/settings_check.h"

#include "core/base/parameter_json.h"
#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/learn/loop/training_parameters.h"
#include "core/network/network_design.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

using Json = nlohmann::json;

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
    const TrainingParameter* found = findParameter(trainingParameters(), key);
    const bool isNumber =
        found && !found->range.isAny64 &&
        (found->kind == ParameterKind::Whole || found->kind == ParameterKind::Number);
    return isNumber ? &found->range : nullptr;
}

Result<void> checkSettings(const TrainingSettings& settings)
{
    if (auto checked = checkParameters(trainingParameters(), settings); !checked)
        return checked;
    if (!NetworkDesign::fromArchitecture(settings.architecture))
        return failure(ErrorCode::Usage,
                       text("There is no network called “%1”.", {settings.architecture}));
    if (settings.minutes <= 0 && settings.steps <= 0 && settings.epochs <= 0)
        return failure(ErrorCode::Usage,
                       text("The training needs a length: minutes, steps or epochs."));
    if (settings.crossEntropyWeight <= 0 && settings.regressionWeight <= 0)
        return failure(ErrorCode::Usage,
                       text("At least one of the two losses needs a weight above 0."));
    return {};
}

Result<TrainingSettings> settingsFromText(const std::string& json,
                                          const std::optional<TrainingSettings>& base)
try {
    const Json given = Json::parse(json);
    if (!given.is_object())
        return failure(ErrorCode::Corrupt, text("Settings have to be one JSON object."));
    auto settings = baseOf(given, base);
    if (!settings)
        return settings;
    for (const auto& [key, value] : given.items()) {
        const TrainingParameter* known = findParameter(trainingParameters(), key);
        if (!known)
            return failure(ErrorCode::Usage, text("There is no setting called “%1”.", {key}));
        const auto read = parameterOfJson(*known, value);
        if (!read)
            return tl::make_unexpected(read.error());
        if (key != "preset")
            known->set(*settings, *read);
    }
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
