#include "core/network/model_io.h"

#include "core/base/text.h"
#include "core/network/model_metadata.h"
#include "core/network/tensor_io.h"

namespace autochrome::inline network {
namespace {

/// Fills torchvision's features.0 to features.7. EfficientNet-B1 has every tensor of B0 and some
/// more: a stranger among them tells that the rest is not B0's either.
Result<void> fillEncoder(EfficientNetB0FeaturesImpl& encoder, const std::filesystem::path& path)
try {
    const auto file = SafetensorsFile::read(path);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto known = stateOf(encoder);
    for (const auto& [name, view] : file->tensors())
        if (name.starts_with("features.") && !name.starts_with("features.8.") &&
            !name.ends_with("num_batches_tracked") && !known.contains(name))
            return failure(ErrorCode::ModelInvalid,
                           text("“%1” is not the encoder EfficientNet-B0: “%2” is unknown.",
                                {path.string(), name}));
    for (const auto& [name, tensor] : known) {
        const auto found = file->tensors().find(name);
        if (found == file->tensors().end())
            return failure(ErrorCode::ModelInvalid,
                           text("“%1” is not the encoder EfficientNet-B0: “%2” is missing.",
                                {path.string(), name}));
        if (tensor.sizes() != torch::IntArrayRef(found->second.shape))
            return failure(ErrorCode::ModelInvalid,
                           text("“%1” is not the encoder EfficientNet-B0: “%2” has another shape.",
                                {path.string(), name}));
    }
    return loadState(encoder, *file, "", true);
} catch (const c10::Error& e) {
    return failure(ErrorCode::ModelInvalid,
                   text("“%1” is not the encoder EfficientNet-B0.", {path.string()}),
                   e.what_without_backtrace());
} catch (const std::bad_alloc&) {
    return failure(ErrorCode::OutOfMemory,
                   text("There is not enough memory to load “%1”.", {path.string()}));
}

} // namespace

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
                       text("This network has an encoder other than EfficientNet-B0."));
    return fillEncoder(*network->encoder, path);
}

Result<void> loadEncoder(const std::filesystem::path& path)
{
    EfficientNetB0Features encoder;
    return fillEncoder(*encoder, path);
}

} // namespace autochrome::inline network
