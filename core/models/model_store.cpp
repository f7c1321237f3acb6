#include "core/models/model_store.h"

#include "core/base/text.h"
#include "core/models/collection_models.h"
#include "core/models/default_model.h"
#include "core/models/library_files.h"
#include "core/models/model_library.h"
#include "core/network/model_check.h"
#include "core/network/model_metadata.h"
#include "core/network/safetensors.h"

#include <algorithm>

namespace autochrome::inline models {
namespace {

namespace fs = std::filesystem;

/// The name, or the first of name-2, name-3, … that no model and no file has.
std::string freeName(const std::string& wanted, const std::vector<ModelEntry>& models)
{
    const fs::path folder = personsModelFolder();
    std::string name = wanted;
    std::error_code error;
    for (int number = 2;
         namedModel(models, name) || fs::exists(folder / libraryFileName(name), error); ++number)
        name = std::string(wanted).append("-").append(std::to_string(number));
    return name;
}

/// Copies a model file under a name; a reader sees all of it or nothing.
Result<void> copyModel(const fs::path& from, const fs::path& to, const std::string& name)
{
    const auto file = SafetensorsFile::map(from);
    if (!file)
        return tl::make_unexpected(file.error());
    std::map<std::string, std::string> metadata = file->metadata();
    metadata["name"] = name;
    if (auto written = writeSafetensors(to, file->tensors(), metadata); !written)
        return written;
    const auto copy = SafetensorsFile::map(to);
    if (copy && weightsSha256(copy->tensors()) == weightsSha256(file->tensors()))
        return {};
    std::error_code error;
    fs::remove(to, error);
    return failure(ErrorCode::WriteFailed,
                   text("The copy “%1” differs from its source; it was removed.", {to.string()}),
                   copy ? std::string() : copy.error().detail);
}

} // namespace

Result<fs::path> addToLibrary(const fs::path& file, const std::string& name)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return failure(ErrorCode::NotFound, text("There is no model file “%1”.", {file.string()}));
    const auto card = checkModel(file);
    if (!card)
        return tl::make_unexpected(card.error());
    const std::vector<ModelEntry> known = availableModels();
    const std::string before = known.empty() ? std::string() : known.front().sha256;
    const auto same = std::find_if(known.begin(), known.end(), [&](const ModelEntry& entry) {
        return entry.sha256 == card->weightsSha256;
    });
    if (same != known.end())
        return same->path;
    if (const auto made = makeLibraryFolder(personsModelFolder()); !made)
        return tl::make_unexpected(made.error());
    // Of the shipped ones too: a name stands for one model.
    const std::string free = freeName(name.empty() ? card->name : name, known);
    fs::path target = personsModelFolder() / libraryFileName(free);
    if (const auto copied = copyModel(file, target, free); !copied)
        return tl::make_unexpected(copied.error());
    // Of the person's own models alone, a new one might come first by its name.
    return keepDefaultModel(before).map([&] { return target; });
}

Result<fs::path> exportModel(const std::string& model, const fs::path& target)
{
    const auto file = findModel(model);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto card = checkModel(*file);
    if (!card)
        return tl::make_unexpected(card.error());
    std::error_code error;
    const fs::path path =
        fs::is_directory(target, error) ? target / libraryFileName(card->name) : target;
    if (fs::exists(path, error))
        return failure(ErrorCode::TargetExists, text("“%1” exists already.", {path.string()}));
    if (const auto copied = copyModel(*file, path, card->name); !copied)
        return tl::make_unexpected(copied.error());
    return path;
}

Result<ModelEntry> verifyModel(const fs::path& file)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return failure(ErrorCode::NotFound, text("There is no model file “%1”.", {file.string()}));
    return checkModel(file).map([&](const ModelCard& card) { return entryOf(file, card); });
}

Result<void> removeFromLibrary(const std::string& name)
{
    const auto own = namedModel(modelsIn({personsModelFolder()}), name);
    if (!own && namedModel(availableModels(), name))
        return failure(
            ErrorCode::Usage,
            text("The model “%1” is not one of yours; only those in “%2” can be removed.",
                 {name, personsModelFolder().string()}));
    if (!own)
        return failure(ErrorCode::ModelMissing, text("There is no model named “%1”.", {name}));
    if (auto removed = removeLibraryFile(own->path); !removed)
        return removed;
    // The same weights may lie elsewhere under another name: then they may stay the default.
    const std::vector<ModelEntry> rest = availableModels();
    const bool isElsewhere = std::any_of(rest.begin(), rest.end(), [&](const ModelEntry& entry) {
        return entry.sha256 == own->sha256;
    });
    if (isElsewhere)
        return {};
    const auto forgotten = forgetDefaultModel(own->sha256);
    const auto forgottenToo = forgetCollectionModel(own->sha256);
    return forgotten ? forgottenToo : forgotten;
}

} // namespace autochrome::inline models
