#include "core/nn/model_io.h"

#include "core/base/text.h"
#include "core/nn/model_metadata.h"
#include "core/nn/tensor_io.h"

namespace autochrome {

Result<LoadedModel> loadModel(const std::filesystem::path& path)
{
    const Result<SafetensorsFile> file = SafetensorsFile::read(path);
    if (!file)
        return tl::make_unexpected(file.error());
    const Result<ModelCard> card = cardFrom(*file, path.string());
    if (!card)
        return tl::make_unexpected(card.error());
    if (weightsSha256(file->tensors()) != card->weightsSha256)
        return failure(
            ErrorCode::ModelInvalid,
            text("The weights in “%1” are damaged: their checksum is wrong.", {path.string()}));
    try {
        LoadedModel model{ColorizerNetwork(int(card->bins.size()),
                                           *NetworkDesign::fromArchitecture(card->architecture)),
                          *card};
        if (const auto loaded = loadState(*model.network, *file, "", false); !loaded)
            return tl::make_unexpected(loaded.error());
        model.network->eval();
        return model;
    } catch (const c10::Error& e) {
        return failure(ErrorCode::ModelInvalid,
                       text("“%1” is not a model that this version can use.", {path.string()}),
                       e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory,
                       text("There is not enough memory to load “%1”.", {path.string()}));
    }
}

Result<ModelCard> saveModel(const std::filesystem::path& path, const ColorizerNetwork& network,
                            ModelCard card)
{
    const StoredTensors stored = storedTensors(stateOf(*network), true);
    card.weightsSha256 = weightsSha256(stored.views);
    card.architecture = network->design().architecture();
    if (const auto written = writeSafetensors(path, stored.views, metadataFrom(card)); !written)
        return tl::make_unexpected(written.error());
    return card;
}

Result<void> loadEncoder(ColorizerNetwork& network, const std::filesystem::path& path)
{
    if (!network->encoder)
        return failure(ErrorCode::Usage,
                       text("This network has another encoder than EfficientNet-B0."));
    return SafetensorsFile::read(path).and_then(
        [&](const SafetensorsFile& file) { return loadState(*network->encoder, file, "", true); });
}

} // namespace autochrome
