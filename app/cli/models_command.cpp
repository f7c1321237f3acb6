#include "app/cli/models_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "core/base/text.h"
#include "core/colorize/default_model.h"
#include "core/colorize/model_library.h"
#include "core/colorize/model_store.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::cli {

namespace {

std::string toJson(const ModelEntry& model, bool isDefault)
{
    const nlohmann::ordered_json json = {{"name", model.name},
                                         {"default", isDefault},
                                         {"path", bytesOf(model.path)},
                                         {"sha256", model.sha256},
                                         {"summary", model.summary}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

int listModels(bool json)
{
    const std::vector<ModelEntry> models = availableModels();
    if (models.empty()) {
        complain(text("No model was found. Models are files *.safetensors in the folders that "
                      "$AUTOCHROME_MODELS names, in your data folder (autochrome/models) and "
                      "beside the program (share/autochrome/models)."));
        return SomeFailed;
    }
    for (std::size_t i = 0; i < models.size(); ++i) {
        const ModelEntry& model = models[i];
        if (json) {
            std::cout << toJson(model, i == 0) + "\n";
            continue;
        }
        std::cout << printable(model.name) << (i == 0 ? "  (default)" : "") << '\n'
                  << "  " << printable(bytesOf(model.path)) << '\n';
        if (!model.summary.empty())
            std::cout << "  " << printable(model.summary) << '\n';
        std::cout << "  sha256 " << model.sha256 << '\n';
    }
    return AllDone;
}

/// Says what went wrong; the exit status for it.
int refuse(const Error& error)
{
    complain(error.userText);
    return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
}

int addModels(const std::vector<std::string>& files, const std::string& name)
{
    int status = AllDone;
    for (const std::string& file : files) {
        const auto added = addToLibrary(file, name);
        if (added)
            std::cout << printable(bytesOf(*added)) << '\n';
        else
            status = refuse(added.error());
    }
    return status;
}

int verifyModels(const std::vector<std::string>& names)
{
    std::vector<std::string> wanted = names;
    if (wanted.empty())
        for (const ModelEntry& model : availableModels())
            wanted.push_back(model.path.string());
    int status = AllDone;
    for (const std::string& name : wanted) {
        const auto model = findModel(name).and_then(
            [](const std::filesystem::path& file) { return verifyModel(file); });
        if (model)
            std::cout << printable(model->name) << ": good\n";
        else
            status = refuse(model.error());
    }
    return status;
}

int exportOne(const std::string& name, const std::string& target)
{
    const auto file = exportModel(name, target);
    if (!file)
        return refuse(file.error());
    std::cout << printable(bytesOf(*file)) << '\n';
    return AllDone;
}

/// Prints which model is the default now.
int tellDefault(const Result<ModelEntry>& model)
{
    if (!model)
        return refuse(model.error());
    std::cout << printable(model->name) << "  (default)\n";
    return AllDone;
}

/// What the command line names.
struct Named
{
    std::vector<std::string> files;
    std::string name;
    std::string target;
};

void addLibraryCommands(CLI::App& models, int& exitCode)
{
    const auto named = std::make_shared<Named>();
    CLI::App* add = models.add_subcommand("add", "Take model files into your library");
    add->add_option("FILE", named->files, "Models, as `train` writes them")->required();
    add->add_option("--name", named->name, "Instead of the name that they bear");
    add->callback([named, &exitCode] { exitCode = addModels(named->files, named->name); });

    CLI::App* out = models.add_subcommand("export", "Copy a model out of the library");
    out->add_option("NAME", named->name, "Of the model")->required();
    out->add_option("TARGET", named->target, "A new file, or a folder")->required();
    out->callback([named, &exitCode] { exitCode = exportOne(named->name, named->target); });

    CLI::App* verify = models.add_subcommand("verify", "Check that models are whole");
    verify->add_option("NAME", named->files, "Models, by name or file; all if none is named");
    verify->callback([named, &exitCode] { exitCode = verifyModels(named->files); });

    CLI::App* remove = models.add_subcommand("remove", "Delete a model of your library");
    remove->add_option("NAME", named->name, "Of the model")->required();
    remove->callback([named, &exitCode] {
        const auto removed = removeFromLibrary(named->name);
        exitCode = removed ? AllDone : refuse(removed.error());
    });

    CLI::App* choose = models.add_subcommand("default", "Choose what `colorize` takes by itself");
    choose->add_option("NAME", named->name, "Of the model; without it, the one of now is told");
    choose->callback([named, &exitCode] {
        const auto set = named->name.empty() ? Result<void>() : setDefaultModel(named->name);
        exitCode = set ? tellDefault(defaultModel()) : refuse(set.error());
    });

    CLI::App* back = models.add_subcommand("rollback", "Go back to the default before this one");
    back->callback([&exitCode] { exitCode = tellDefault(rollBackDefaultModel()); });
}

} // namespace

void addModelsCommand(CLI::App& program, int& exitCode)
{
    CLI::App* command =
        program.add_subcommand("models", "List the models that are there, or tend them");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print one JSON object per model and line");
    command->footer("The first one is what `colorize` takes by itself. Models are looked for in\n"
                    "$AUTOCHROME_MODELS, in your data folder and beside the program.\n"
                    "\n"
                    "Examples:\n"
                    "  autochrome-cli models add my/model.safetensors --name album\n"
                    "  autochrome-cli models default album\n"
                    "  autochrome-cli models rollback");
    addLibraryCommands(*command, exitCode);
    command->require_subcommand(0, 1);
    command->callback([command, json, &exitCode] {
        if (command->get_subcommands().empty())
            exitCode = listModels(*json);
    });
}

} // namespace autochrome::cli
