#include "core/work/colorizers.h"

#include <algorithm>

namespace autochrome::inline work {

Colorizers::Colorizers(std::string device, std::size_t mostKept)
    : device_(std::move(device)), mostKept_(std::max<std::size_t>(1, mostKept))
{
}

Result<ChosenColorizer> Colorizers::forPhoto(const std::filesystem::path& photo,
                                             const std::string& model)
{
    return chosen([&] { return chooser_.forPhoto(photo, model); });
}

Result<std::shared_ptr<Colorizer>> Colorizers::ordinary(const std::string& model)
{
    return chosen([&] {
               return chooser_.ordinary(model).map([](std::filesystem::path file) {
                   return ModelChoice{std::move(file), {}};
               });
           })
        .map([](ChosenColorizer found) { return std::move(found.colorizer); });
}

template <class Choose>
Result<ChosenColorizer> Colorizers::chosen(Choose choose)
{
    const std::lock_guard lock(mutex_);
    for (bool again = false;; again = true) {
        const Result<ModelChoice> choice = choose();
        if (!choice)
            return tl::make_unexpected(choice.error());
        auto colorizer = opened(choice->model);
        if (colorizer)
            return ChosenColorizer{std::move(*colorizer), choice->notice};
        std::error_code ignored;
        if (again || std::filesystem::exists(choice->model, ignored))
            return tl::make_unexpected(std::move(colorizer.error()));
        chooser_.forget(); // it went after it had been chosen
    }
}

Result<std::shared_ptr<Colorizer>> Colorizers::opened(const std::filesystem::path& model)
{
    if (auto known = open_[model].lock()) {
        keep(known);
        return known;
    }
    // Those that nobody uses go before the next one takes memory.
    while (kept_.size() >= mostKept_)
        kept_.pop_front();
    auto colorizer = Colorizer::open(model.string(), device_);
    if (!colorizer)
        return colorizer;
    open_[model] = *colorizer;
    keep(*colorizer);
    return colorizer;
}

void Colorizers::keep(const std::shared_ptr<Colorizer>& colorizer)
{
    std::erase(kept_, colorizer);
    kept_.push_back(colorizer);
    while (kept_.size() > mostKept_)
        kept_.pop_front();
}

} // namespace autochrome::inline work
