#include "app/cli/models_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/models_listing.h"
#include "core/base/text.h"
#include "core/models/collection_models.h"
#include "core/models/default_model.h"
#include "core/models/encoder_store.h"
#include "core/models/model_library.h"
#include "core/models/model_store.h"
#include "core/network/model_check.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::cli {

namespace {

/// Says what went wrong; the exit status for it.
int refuse(const Error& error)
{
    complain(error.message);
    return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
}

/// An encoder goes to the encoders, and that is said; everything else has to be a model.
Result<std::filesystem::path> add(const std::string& file, const std::string& name)
{
    if (!isEncoderFile(file))
        return addToLibrary(file, name);
    return addEncoder(file, name).map([&](const EncoderEntry& encoder) {
        complain(text("“%1” is an encoder, which a training can start from: it is “%2” now.",
                      {file, encoder.name}));
        return encoder.path;
    });
}

int addModels(const std::vector<std::string>& files, const std::string& name)
{
    int status = AllDone;
    for (const std::string& file : files) {
        const auto added = add(file, name);
        if (added)
            std::cout << printable(bytesOf(*added)) << '\n';
        else
            status = refuse(added.error());
    }
    return status;
}

/// Whether a name is that of an encoder and of no model.
bool isEncoderName(const std::string& name)
{
    return !findModel(name) && namedEncoder(name).has_value();
}

/// The name to praise a file by that is whole.
Result<std::string> verify(const std::string& name)
{
    if (isEncoderName(name))
        return verifyEncoder(namedEncoder(name)->path).map([&] { return name; });
    return findModel(name).and_then([](const std::filesystem::path& file) {
        if (isEncoderFile(file))
            return verifyEncoder(file).map([&] { return file.stem().string(); });
        return verifyModel(file).map([](const ModelEntry& model) { return model.name; });
    });
}

int verifyModels(const std::vector<std::string>& names)
{
    std::vector<std::string> wanted = names;
    if (wanted.empty()) {
        for (const ModelEntry& model : availableModels())
            wanted.push_back(model.path.string());
        for (const EncoderEntry& encoder : availableEncoders())
            wanted.push_back(encoder.path.string());
    }
    int status = AllDone;
    for (const std::string& one : wanted) {
        const auto name = verify(one);
        if (name)
            std::cout << printable(*name) << ": good\n";
        else
            status = refuse(name.error());
    }
    return status;
}

int exportOne(const std::string& name, const std::string& target)
{
    const auto file = isEncoderName(name) ? exportEncoder(name, target) : exportModel(name, target);
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
    std::string folder;
    bool clear = false;
};

/// The default of a folder: chosen, taken back or told.
int chooseForFolder(const Named& named)
{
    if (named.clear || !named.name.empty()) {
        const auto done = named.clear ? clearCollectionModel(named.folder)
                                      : setCollectionModel(named.folder, named.name);
        if (!done)
            return refuse(done.error());
    }
    const CollectionModel collection = collectionModelOf(named.folder);
    if (collection.name.empty())
        return tellDefault(defaultModel());
    std::cout << printable(collection.name) << "  (for " << printable(bytesOf(collection.folder))
              << ")\n";
    return AllDone;
}

int choose(const Named& named)
{
    if (!named.folder.empty())
        return chooseForFolder(named);
    const auto set = named.name.empty() ? Result<void>() : setDefaultModel(named.name);
    return set ? tellDefault(defaultModel()) : refuse(set.error());
}

void addLibraryCommands(CLI::App& models, int& exitCode)
{
    const auto named = std::make_shared<Named>();
    CLI::App* add = models.add_subcommand("add", "Add model and encoder files to your library");
    add->add_option("FILE", named->files, "Models, as `train` writes them, or pretrained encoders")
        ->required();
    add->add_option("--name", named->name, "A name other than their own");
    add->callback([named, &exitCode] { exitCode = addModels(named->files, named->name); });

    CLI::App* out = models.add_subcommand("export", "Copy a model out of the library");
    out->add_option("NAME", named->name, "Name of the model")->required();
    out->add_option("TARGET", named->target, "A new file, or a folder")->required();
    out->callback([named, &exitCode] { exitCode = exportOne(named->name, named->target); });

    CLI::App* verify = models.add_subcommand("verify", "Check that models are intact");
    verify->add_option("NAME", named->files, "Models, by name or file; all if none is named");
    verify->callback([named, &exitCode] { exitCode = verifyModels(named->files); });

    CLI::App* remove = models.add_subcommand("remove", "Delete a model of your library");
    remove->add_option("NAME", named->name, "Name of the model")->required();
    remove->callback([named, &exitCode] {
        const auto removed = isEncoderName(named->name) ? removeEncoder(named->name)
                                                        : removeFromLibrary(named->name);
        exitCode = removed ? AllDone : refuse(removed.error());
    });

    CLI::App* choose = models.add_subcommand("default", "Choose what `colorize` uses by default");
    CLI::Option* name = choose->add_option(
        "NAME", named->name, "Name of the model; without it, the current one is printed");
    CLI::Option* folder =
        choose->add_option("--for", named->folder, "Only for the photos in and below this folder")
            ->type_name("FOLDER");
    choose->add_flag("--clear", named->clear, "No longer for that folder")
        ->needs(folder)
        ->excludes(name);
    choose->callback([named, &exitCode] { exitCode = autochrome::cli::choose(*named); });

    CLI::App* back = models.add_subcommand("rollback", "Go back to the default before this one");
    back->callback([&exitCode] { exitCode = tellDefault(rollBackDefaultModel()); });
}

} // namespace

void addModelsCommand(CLI::App& program, int& exitCode)
{
    CLI::App* command =
        program.add_subcommand("models", "List the models that are there, or manage them");
    auto json = std::make_shared<bool>(false);
    auto encoders = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print one JSON object per model and line");
    command->add_flag("--encoders", *encoders, "List the encoders that `train` can start from");
    command->footer(
        "The first one is what `colorize` uses by default, except for photos of a folder\n"
        "that has a model of its own. Models are looked for in\n"
        "$AUTOCHROME_MODELS, in your data folder and beside the program.\n"
        "\n"
        "Examples:\n"
        "  autochrome-cli models add my/model.safetensors --name album\n"
        "  autochrome-cli models default album\n"
        "  autochrome-cli models default album --for ~/photos/album\n"
        "  autochrome-cli models rollback");
    addLibraryCommands(*command, exitCode);
    command->require_subcommand(0, 1);
    command->callback([command, json, encoders, &exitCode] {
        if (command->get_subcommands().empty())
            exitCode = *encoders ? listEncoders(*json) : listModels(*json);
    });
}

} // namespace autochrome::cli
