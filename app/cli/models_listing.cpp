#include "app/cli/models_listing.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/json_line.h"
#include "core/base/text.h"
#include "core/edit/colour/colorizer.h"
#include "core/models/collection_models.h"
#include "core/models/encoder_store.h"
#include "core/models/model_library.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace autochrome::cli {

namespace {

std::vector<std::string> foldersOf(const ModelEntry& model,
                                   const std::vector<CollectionModel>& collections)
{
    std::vector<std::string> folders;
    for (const CollectionModel& collection : collections)
        if (collection.sha256 == model.sha256)
            folders.push_back(bytesOf(collection.folder));
    return folders;
}

void warnOfGone(const std::vector<ModelEntry>& models,
                const std::vector<CollectionModel>& collections)
{
    for (const CollectionModel& collection : collections)
        if (std::none_of(models.begin(), models.end(), [&](const ModelEntry& model) {
                return model.sha256 == collection.sha256;
            }))
            complain(text("warning: %1", {goneModelWarning(collection)}));
}

} // namespace

int listModels(bool json)
{
    const std::vector<ModelEntry> models = availableModels();
    if (models.empty()) {
        complain(text("No model was found. Models are files *.safetensors in the folders that "
                      "$AUTOCHROME_MODELS names, in your data folder (autochrome/models) and "
                      "beside the program (share/autochrome/models)."));
        return SomeFailed;
    }
    const std::vector<CollectionModel> collections = collectionModels();
    for (const ModelEntry& model : models) {
        const bool isDefault = &model == &models.front();
        const std::vector<std::string> folders = foldersOf(model, collections);
        if (json) {
            printLine({{"name", model.name},
                       {"default", isDefault},
                       {"path", bytesOf(model.path)},
                       {"sha256", model.sha256},
                       {"summary", inWords(model.summary)},
                       {"collections", folders}});
            continue;
        }
        std::cout << printable(model.name) << (isDefault ? "  (default)" : "") << '\n'
                  << "  " << printable(bytesOf(model.path)) << '\n';
        if (!model.summary.isEmpty())
            std::cout << "  " << printable(inWords(model.summary)) << '\n';
        std::cout << "  sha256 " << model.sha256 << '\n';
        for (const std::string& folder : folders)
            std::cout << "  for " << printable(folder) << '\n';
    }
    warnOfGone(models, collections);
    return AllDone;
}

int listEncoders(bool json)
{
    for (const EncoderEntry& encoder : availableEncoders()) {
        if (json)
            printLine({{"name", encoder.name},
                       {"path", bytesOf(encoder.path)},
                       {"sha256", encoder.sha256}});
        else
            std::cout << printable(encoder.name) << '\n'
                      << "  " << printable(bytesOf(encoder.path)) << '\n'
                      << "  sha256 " << encoder.sha256 << '\n';
    }
    return AllDone;
}

} // namespace autochrome::cli
