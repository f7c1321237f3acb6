#include "core/colorize/default_model.h"

#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/colorize/model_library.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace autochrome {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostChoices = 50;

/// Checksums of the weights of what was chosen, oldest first: names may change hands.
using Choices = std::vector<std::string>;

fs::path choicesFile()
{
    return personsModelFolder().parent_path() / "default-model.json";
}

// A damaged file is no reason to colour nothing: it counts as no choice.
Choices readChoices()
{
    if (personsModelFolder().empty())
        return {};
    const auto content = readSmallFile(choicesFile());
    if (!content)
        return {};
    const auto json = nlohmann::json::parse(*content, nullptr, false);
    Choices choices;
    if (json.is_object() && json.contains("history") && json["history"].is_array())
        for (const auto& choice : json["history"])
            if (choice.is_string())
                choices.push_back(choice);
    return choices;
}

Result<void> writeChoices(const Choices& choices)
{
    if (personsModelFolder().empty())
        return noDataFolder();
    std::error_code error;
    fs::create_directories(choicesFile().parent_path(), error);
    return replaceSmallFile(choicesFile(),
                            nlohmann::json{{"history", choices}}.dump(2).append("\n"));
}

void putFirst(std::vector<ModelEntry>& models, const Choices& choices)
{
    for (auto choice = choices.rbegin(); choice != choices.rend(); ++choice) {
        const auto found = std::find_if(models.begin(), models.end(), [&](const ModelEntry& model) {
            return model.sha256 == *choice;
        });
        if (found != models.end()) {
            std::rotate(models.begin(), found, found + 1);
            return;
        }
    }
}

} // namespace

void putDefaultFirst(std::vector<ModelEntry>& models)
{
    putFirst(models, readChoices());
}

Result<ModelEntry> defaultModel()
{
    std::vector<ModelEntry> models = availableModels();
    if (models.empty())
        return tl::make_unexpected(findModel("").error());
    return std::move(models.front());
}

Result<void> setDefaultModel(const std::string& name)
{
    const auto model = namedModel(availableModels(), name);
    if (!model)
        return failure(ErrorCode::ModelMissing, text("There is no model named “%1”.", {name}));
    Choices choices = readChoices();
    if (!choices.empty() && choices.back() == model->sha256)
        return {};
    choices.push_back(model->sha256);
    if (choices.size() > mostChoices)
        choices.erase(choices.begin());
    return writeChoices(choices);
}

bool canRollBackDefaultModel()
{
    return !readChoices().empty();
}

std::optional<ModelEntry> modelToRollBackTo()
{
    Choices choices = readChoices();
    if (choices.empty())
        return {};
    choices.pop_back();
    // In the folders' order, without the choice of now.
    std::vector<ModelEntry> models = modelsIn(modelFolders());
    putFirst(models, choices);
    return models.empty() ? std::nullopt : std::optional(std::move(models.front()));
}

Result<ModelEntry> rollBackDefaultModel()
{
    Choices choices = readChoices();
    if (choices.empty())
        return failure(ErrorCode::Usage,
                       text("No default model was chosen: there is none to go back to."));
    choices.pop_back();
    if (const auto written = writeChoices(choices); !written)
        return tl::make_unexpected(written.error());
    return defaultModel();
}

Result<void> forgetDefaultModel(const std::string& sha256)
{
    Choices choices = readChoices();
    if (std::erase(choices, sha256) == 0)
        return {};
    // Two equal neighbours would make a way back that leads nowhere.
    choices.erase(std::unique(choices.begin(), choices.end()), choices.end());
    return writeChoices(choices);
}

} // namespace autochrome
