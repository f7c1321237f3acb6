#include "core/network/damage/damage_model_io.h"

#include "core/base/text.h"
#include "core/network/model_metadata.h"
#include "core/network/tensor_io.h"

namespace autochrome::inline network {

Result<LoadedDamageModel> loadDamageModel(const std::filesystem::path& path)
{
    const Result<SafetensorsFile> file = SafetensorsFile::read(path);
    if (!file)
        return tl::make_unexpected(file.error());
    const Result<DamageCard> card = damageCardFrom(*file, path.string());
    if (!card)
        return tl::make_unexpected(card.error());
    if (weightsSha256(file->tensors()) != card->weightsSha256)
        return failure(
            ErrorCode::ModelInvalid,
            text("The weights in “%1” are damaged: their checksum is wrong.", {path.string()}));
    try {
        LoadedDamageModel model{DamageNetwork(), *card};
        if (const auto loaded = loadState(*model.network, *file, "", false); !loaded)
            return tl::make_unexpected(loaded.error());
        model.network->eval();
        return model;
    } catch (const c10::Error& e) {
        return failure(
            ErrorCode::ModelInvalid,
            text("“%1” is not a detector of damage that this version can use.", {path.string()}),
            e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory,
                       text("There is not enough memory to load “%1”.", {path.string()}));
    }
}

Result<DamageCard> saveDamageModel(const std::filesystem::path& path, const DamageNetwork& network,
                                   DamageCard card)
{
    const StoredTensors stored = storedTensors(stateOf(*network), true);
    card.weightsSha256 = weightsSha256(stored.views);
    if (const auto written = writeSafetensors(path, stored.views, card.metadata()); !written)
        return tl::make_unexpected(written.error());
    return card;
}

} // namespace autochrome::inline network
