#include "app/cli/models_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "core/base/text.h"
#include "core/colorize/colorizer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

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

} // namespace

void addModelsCommand(CLI::App& program, int& exitCode)
{
    CLI::App* command = program.add_subcommand("models", "List the models that are there");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print one JSON object per model and line");
    command->footer("The first one is what `colorize` takes by itself. Models are looked for in\n"
                    "$AUTOCHROME_MODELS, in your data folder and beside the program.");
    command->callback([json, &exitCode] { exitCode = listModels(*json); });
}

} // namespace autochrome::cli
