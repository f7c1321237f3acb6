#include "core/models/default_model.h"

#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/models/model_library.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace autochrome::inline models {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostChoices = 50;

/// What was chosen, by the checksums of the weights: names may change hands.
struct Choices
{
    std::vector<std::string> history; ///< oldest first
    /// What was the default before the first of them, where the folders' order would say otherwise;
    /// may be empty.
    std::string before;
};

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
    if (!json.is_object())
        return choices;
    if (json.contains("history") && json["history"].is_array())
        for (const auto& choice : json["history"])
            if (choice.is_string())
                choices.history.push_back(choice);
    if (json.contains("before") && json["before"].is_string())
        choices.before = json["before"];
    return choices;
}

Result<void> writeChoices(const Choices& choices)
{
    if (personsModelFolder().empty())
        return noDataFolder();
    std::error_code error;
    fs::create_directories(choicesFile().parent_path(), error);
    nlohmann::json json{{"history", choices.history}};
    if (!choices.before.empty())
        json["before"] = choices.before;
    return replaceSmallFile(choicesFile(), json.dump(2).append("\n"));
}

void putFirst(std::vector<ModelEntry>& models, const Choices& choices)
{
    const auto put = [&](const std::string& choice) {
        const auto found = std::find_if(models.begin(), models.end(), [&](const ModelEntry& model) {
            return model.sha256 == choice;
        });
        if (found == models.end())
            return false;
        std::rotate(models.begin(), found, found + 1);
        return true;
    };
    for (auto choice = choices.history.rbegin(); choice != choices.history.rend(); ++choice)
        if (put(*choice))
            return;
    put(choices.before);
}

/// Where going back leads.
struct Earlier
{
    Choices choices;
    ModelEntry model;
};

/// The latest choice but those that chose what is the default anyway; going back changes something.
std::optional<Earlier> earlierDefault()
{
    Choices choices = readChoices();
    if (choices.history.empty())
        return {};
    std::vector<ModelEntry> models = modelsInOrder();
    const std::vector<ModelEntry> inOrder = models;
    putFirst(models, choices);
    while (!models.empty() && !choices.history.empty()) {
        choices.history.pop_back();
        std::vector<ModelEntry> before = inOrder;
        putFirst(before, choices);
        if (before.front().sha256 != models.front().sha256)
            return Earlier{std::move(choices), std::move(before.front())};
    }
    return {};
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
    const std::vector<ModelEntry> models = availableModels();
    const auto model = namedModel(models, name);
    if (!model)
        return failure(ErrorCode::ModelMissing, text("There is no model named “%1”.", {name}));
    Choices choices = readChoices();
    std::vector<std::string>& history = choices.history;
    if (!history.empty() && history.back() == model->sha256)
        return {};
    history.push_back(model->sha256);
    if (history.size() > mostChoices)
        history.erase(history.begin());
    return writeChoices(choices);
}

Result<void> keepDefaultModel(const std::string& sha256)
{
    const auto now = defaultModel();
    if (sha256.empty() || !now || now->sha256 == sha256)
        return {};
    Choices choices = readChoices();
    choices.before = sha256;
    return writeChoices(choices);
}

bool canRollBackDefaultModel()
{
    return earlierDefault().has_value();
}

std::optional<ModelEntry> modelToRollBackTo()
{
    auto earlier = earlierDefault();
    return earlier ? std::optional(std::move(earlier->model)) : std::nullopt;
}

Result<ModelEntry> rollBackDefaultModel()
{
    auto earlier = earlierDefault();
    if (!earlier)
        return failure(ErrorCode::Usage,
                       text("No default model was chosen: there is none to go back to."));
    if (const auto written = writeChoices(earlier->choices); !written)
        return tl::make_unexpected(written.error());
    return std::move(earlier->model);
}

Result<void> forgetDefaultModel(const std::string& sha256)
{
    Choices choices = readChoices();
    std::vector<std::string>& history = choices.history;
    const bool wasBefore = choices.before == sha256;
    if (wasBefore)
        choices.before.clear();
    if (std::erase(history, sha256) == 0 && !wasBefore)
        return {};
    // Two equal neighbours would make a way back that leads nowhere.
    history.erase(std::unique(history.begin(), history.end()), history.end());
    return writeChoices(choices);
}

} // namespace autochrome::inline models
