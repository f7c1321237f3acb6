#include "app/cli/photo_colorizer.h"

#include "core/base/text.h"
#include "core/models/collection_models.h"

namespace autochrome::cli {

PhotoColorizer::PhotoColorizer(std::string model, std::string device)
    : model_(std::move(model)),
      device_(std::move(device)),
      isSame_(!model_.empty() || collectionModels().empty())
{
}

Result<void> PhotoColorizer::prepare()
{
    if (!isSame_)
        return {};
    return open(model_).map([](const std::shared_ptr<Colorizer>&) {});
}

Result<std::shared_ptr<Colorizer>> PhotoColorizer::forPhoto(const std::filesystem::path& photo,
                                                            std::vector<Message>& warnings)
{
    if (isSame_)
        return open(model_);
    const PhotoModel chosen = modelForPhoto(photo);
    if (!chosen.warning.isEmpty() && warned_.insert(inWords(chosen.warning)).second)
        warnings.push_back(chosen.warning);
    return open(chosen.model.string());
}

Result<std::shared_ptr<Colorizer>> PhotoColorizer::open(const std::string& model)
{
    if (colorizer_ && opened_ == model)
        return colorizer_;
    colorizer_.reset(); // before the next one takes memory
    auto opened = Colorizer::open(model, device_);
    if (opened) {
        colorizer_ = *opened;
        opened_ = model;
    }
    return opened;
}

} // namespace autochrome::cli
