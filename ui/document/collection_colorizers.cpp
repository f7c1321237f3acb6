#include "ui/document/collection_colorizers.h"

#include "core/models/collection_models.h"

namespace autochrome {

Result<ChosenColorizer> CollectionColorizers::forPhoto(const std::filesystem::path& photo,
                                                       const std::string& device,
                                                       const std::shared_ptr<Colorizer>& ordinary)
{
    const PhotoModel chosen = modelForPhoto(photo);
    if (chosen.model.empty())
        return ChosenColorizer{ordinary, chosen.warning};
    const std::lock_guard lock(mutex_);
    if (!colorizer_ || model_ != chosen.model || device_ != device) {
        auto opened = Colorizer::open(chosen.model.string(), device);
        if (!opened)
            return tl::make_unexpected(opened.error());
        colorizer_ = std::move(*opened);
        model_ = chosen.model;
        device_ = device;
    }
    return ChosenColorizer{colorizer_};
}

} // namespace autochrome
