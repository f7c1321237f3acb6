#include "core/models/model_library.h"

#include "core/base/data_folder.h"
#include "core/base/text.h"
#include "core/models/default_model.h"
#include "core/network/model_file.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace autochrome::inline models {
namespace {

namespace fs = std::filesystem;

fs::path environmentPath(const char* name)
{
    const char* value = std::getenv(name);
    return value ? fs::path(value) : fs::path();
}

std::string detail(const ModelCard& card, const char* key)
{
    const auto found = card.details.find(key);
    return found == card.details.end() ? std::string() : found->second;
}

// "1.54" of 1.5368737 and two decimals.
std::string rounded(double value, int decimals)
{
    char digits[32];
    std::snprintf(digits, sizeof(digits), "%.*f", decimals, value);
    return digits;
}

std::int64_t numberOf(const std::string& digits)
{
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// What the trainer wrote into the file, as a sentence. A model of unknown origin tells nothing.
Message summaryOf(const ModelCard& card)
{
    if (std::string summary = detail(card, "summary"); !summary.empty())
        return summary;
    Message summary;
    if (const std::string photos = detail(card, "training_photos"); !photos.empty())
        summary = counted("Trained on %n photo.|Trained on %n photos.", numberOf(photos));
    const auto metrics = nlohmann::json::parse(detail(card, "metrics"), nullptr, false);
    if (!metrics.is_object() || !metrics.value("abGain", nlohmann::json()).is_number() ||
        !metrics.value("ciede2000OverGrey", nlohmann::json()).is_number() ||
        !metrics.value("photos", nlohmann::json()).is_number_integer())
        return summary;
    const Message measured =
        counted("On %n photo that it had not seen: %1 dB nearer to the true colours than grey, "
                "colour difference %2 % of grey's.|On %n photos that it had not seen: %1 dB nearer "
                "to the true colours than grey, colour difference %2 % of grey's.",
                metrics["photos"].get<std::int64_t>(),
                {rounded(metrics["abGain"].get<double>(), 2),
                 rounded(100 * metrics["ciede2000OverGrey"].get<double>(), 0)});
    return summary.isEmpty() ? measured : Message("%1 %2", {summary, measured}, std::nullopt);
}

} // namespace

fs::path personsModelFolder()
{
    const fs::path data = personsFolder();
    return data.empty() ? data : data / "models";
}

tl::unexpected<Error> noDataFolder()
{
    return failure(ErrorCode::WriteFailed,
                   text("There is no folder for your data: neither $HOME nor $XDG_DATA_HOME names "
                        "one."));
}

std::vector<fs::path> modelFolders()
{
    std::vector<fs::path> folders;
    const auto add = [&](const fs::path& folder) {
        if (!folder.empty())
            folders.push_back(folder);
    };
    add(environmentPath("AUTOCHROME_MODELS"));
    add(personsModelFolder());
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
            models.push_back(entryOf(file, *card));
        }
    }
    return models;
}

// A model that somebody adds is not the default for that: that is chosen.
std::vector<ModelEntry> modelsInOrder()
{
    std::vector<fs::path> folders = modelFolders();
    const fs::path own = personsModelFolder();
    const bool isNamed = !environmentPath("AUTOCHROME_MODELS").empty(); // that one goes first
    const auto rest = std::remove(folders.begin() + std::ptrdiff_t(isNamed), folders.end(), own);
    std::fill(rest, folders.end(), own);
    return modelsIn(folders);
}

std::vector<ModelEntry> availableModels()
{
    std::vector<ModelEntry> models = modelsInOrder();
    putDefaultFirst(models);
    return models;
}

ModelEntry entryOf(const fs::path& file, const ModelCard& card)
{
    return {file, card.name, card.weightsSha256, summaryOf(card)};
}

std::optional<ModelEntry> namedModel(const std::vector<ModelEntry>& models, const std::string& name)
{
    for (const ModelEntry& entry : models)
        if (entry.name == name || entry.path.stem() == name || entry.sha256 == name)
            return entry;
    return {};
}

Result<fs::path> findModel(const std::string& model)
{
    std::error_code error;
    if (!model.empty() && fs::is_regular_file(model, error))
        return fs::path(model);
    const std::vector<ModelEntry> models = availableModels();
    if (model.empty() && !models.empty())
        return models.front().path;
    if (const auto named = namedModel(models, model))
        return named->path;
    if (model.find('/') != std::string::npos || fs::path(model).has_extension())
        return failure(ErrorCode::ModelMissing, text("There is no model file “%1”.", {model}));
    std::string looked;
    for (const fs::path& folder : modelFolders())
        looked += (looked.empty() ? "" : ", ") + folder.string();
    if (!model.empty())
        return failure(ErrorCode::ModelMissing, text("There is no model named “%1”.", {model}),
                       looked);
    return failure(
        ErrorCode::ModelMissing,
        text("No model was found. Put a model file into “%1”.", {personsModelFolder().string()}),
        looked);
}

} // namespace autochrome::inline models
