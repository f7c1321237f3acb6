#include "core/models/model_chooser.h"

#include "core/models/collection_models.h"
#include "core/models/model_library.h"

namespace autochrome::inline models {

Result<ModelChoice> ModelChooser::forPhoto(const std::filesystem::path& photo,
                                           const std::string& named)
{
    PhotoModel own;
    if (named.empty())
        own = modelForPhoto(photo);
    if (!own.model.empty())
        return ModelChoice{std::move(own.model), {}};
    return ordinary(named).map([&](std::filesystem::path model) {
        return ModelChoice{std::move(model), std::move(own.warning)};
    });
}

Result<std::filesystem::path> ModelChooser::ordinary(const std::string& named)
{
    const std::lock_guard lock(mutex_);
    if (const auto known = found_.find(named); known != found_.end())
        return known->second;
    auto found = findModel(named);
    if (found)
        found_.emplace(named, *found);
    return found;
}

void ModelChooser::forget()
{
    const std::lock_guard lock(mutex_);
    found_.clear();
}

} // namespace autochrome::inline models
