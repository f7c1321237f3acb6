#include "core/colorize/model_library.h"

#include "core/base/text.h"
#include "core/nn/model_file.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>

namespace autochrome {
namespace {

namespace fs = std::filesystem;

fs::path environmentPath(const char* name)
{
    const char* value = std::getenv(name);
    return value ? fs::path(value) : fs::path();
}

fs::path personsDataFolder()
{
    if (const fs::path data = environmentPath("XDG_DATA_HOME"); data.is_absolute())
        return data;
    const fs::path home = environmentPath("HOME");
    return home.empty() ? home : home / ".local/share";
}

std::string summaryOf(const ModelCard& card)
{
    const auto found = card.details.find("summary");
    if (found != card.details.end())
        return found->second;
    const auto recipe = card.details.find("recipe");
    return recipe != card.details.end() ? recipe->second : std::string();
}

} // namespace

std::vector<fs::path> modelFolders()
{
    std::vector<fs::path> folders;
    const auto add = [&](const fs::path& folder) {
        if (!folder.empty())
            folders.push_back(folder);
    };
    add(environmentPath("AUTOCHROME_MODELS"));
    if (const fs::path data = personsDataFolder(); !data.empty())
        add(data / "autochrome/models");
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error)
        add(program.parent_path().parent_path() / "share/autochrome/models");
    const char* dirs = std::getenv("XDG_DATA_DIRS");
    std::stringstream list(dirs && *dirs ? dirs : "/usr/local/share:/usr/share");
    for (std::string dir; std::getline(list, dir, ':');)
        if (!dir.empty())
            add(fs::path(dir) / "autochrome/models");
    add(AUTOCHROME_SOURCE_MODELS);
    return folders;
}

std::vector<ModelEntry> modelsIn(const std::vector<fs::path>& folders)
{
    std::vector<ModelEntry> models;
    std::set<std::string> seen;
    for (const fs::path& folder : folders) {
        std::vector<fs::path> files;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error))
            if (it->path().extension() == ".safetensors")
                files.push_back(it->path());
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) {
            // Other safetensors files, and damaged ones, are simply not models.
            const Result<ModelCard> card = readModelCard(file);
            if (!card || !seen.insert(card->weightsSha256).second)
                continue;
            models.push_back({file, card->name, card->weightsSha256, summaryOf(*card)});
        }
    }
    return models;
}

std::vector<ModelEntry> availableModels()
{
    return modelsIn(modelFolders());
}

Result<fs::path> findModel(const std::string& model)
{
    std::error_code error;
    const bool isPath = model.find('/') != std::string::npos || fs::path(model).has_extension();
    if (!model.empty() && (isPath || fs::is_regular_file(model, error))) {
        if (!fs::exists(model, error))
            return failure(ErrorCode::ModelMissing, text("There is no model file “%1”.", {model}));
        return fs::path(model);
    }
    const std::vector<ModelEntry> models = availableModels();
    for (const ModelEntry& entry : models)
        if (model.empty() || entry.name == model || entry.path.stem() == model)
            return entry.path;
    std::string looked;
    for (const fs::path& folder : modelFolders())
        looked += (looked.empty() ? "" : ", ") + folder.string();
    if (!model.empty())
        return failure(ErrorCode::ModelMissing, text("There is no model named “%1”.", {model}),
                       looked);
    return failure(ErrorCode::ModelMissing,
                   text("No model was found. Put a model file into “%1”.",
                        {(personsDataFolder() / "autochrome/models").string()}),
                   looked);
}

} // namespace autochrome
