#include "core/queue/run/colorizer_store.h"

#include "core/edit/colour/network_devices.h"
#include "core/models/collection_models.h"

#include <sstream>

namespace autochrome::inline queue {
namespace {

// More models than this at a time are closed again: a queue rarely mixes them.
constexpr std::size_t mostOpen = 8;

} // namespace

ColorizerStore::ColorizerStore(const std::string& devices)
{
    if (devices.empty() || devices == "auto") {
        devices_ = networkDevices();
        return;
    }
    std::istringstream list(devices);
    for (std::string device; std::getline(list, device, ',');)
        devices_.push_back(device);
}

Result<void> ColorizerStore::check()
{
    for (std::size_t i = 0; i < devices_.size(); ++i) {
        turn_ = i;
        if (const auto opened = open({}); !opened && opened.error().code == ErrorCode::NotFound)
            return tl::make_unexpected(opened.error());
    }
    turn_ = 0;
    return {};
}

Result<StoredColorizer> ColorizerStore::next(const std::string& model,
                                             const std::filesystem::path& photo)
{
    if (!model.empty())
        return open(model);
    PhotoModel chosen = modelForPhoto(photo);
    Result<StoredColorizer> opened = open(chosen.model.string());
    if (opened)
        opened->warning = std::move(chosen.warning);
    return opened;
}

Result<StoredColorizer> ColorizerStore::open(const std::string& model)
{
    const std::size_t device = turn_;
    turn_ = (turn_ + 1) % devices_.size();
    const std::pair key(model, device);
    if (const auto found = open_.find(key); found != open_.end())
        return StoredColorizer{found->second, device};
    auto opened = Colorizer::open(model, devices_[device]);
    if (!opened)
        return tl::make_unexpected(opened.error());
    if (open_.size() >= mostOpen)
        open_.clear();
    open_.emplace(key, *opened);
    return StoredColorizer{std::move(*opened), device};
}

} // namespace autochrome::inline queue
