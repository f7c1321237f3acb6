#include "core/network/model_file.h"

#include "core/base/text.h"
#include "core/network/model_metadata.h"
#include "core/network/safetensors.h"

namespace autochrome::inline network {

Result<ModelCard> readModelCard(const std::filesystem::path& path)
{
    // Mapped, so that the weights stay on the disk: lists read the cards of many models.
    return SafetensorsFile::map(path).and_then(
        [&](const SafetensorsFile& file) { return cardFrom(file, path.string()); });
}

} // namespace autochrome::inline network
