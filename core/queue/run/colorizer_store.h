#pragma once

#include "core/edit/colour/colorizer.h"

#include <filesystem>
#include <map>
#include <memory>

namespace autochrome::inline queue {

/// A model on a device.
struct StoredColorizer
{
    std::shared_ptr<Colorizer> colorizer;
    std::size_t device = 0; ///< number of the device
    Message warning = {};   ///< a sentence, if the photo's collection lacks its own model
};

/// The models that a queue wants, opened once on each device, which take turns.
class ColorizerStore
{
public:
    /// @param devices  "auto", or ids with commas between
    explicit ColorizerStore(const std::string& devices);

    std::size_t deviceCount() const { return devices_.size(); }

    /// Whether every device exists: an error names one that does not, or says that there is no
    /// model at all.
    Result<void> check();

    /// The model for a photo on the device whose turn it is.
    /// @param model  a file or a name; empty: that of the photo's collection, or else the default
    Result<StoredColorizer> next(const std::string& model, const std::filesystem::path& photo);

private:
    Result<StoredColorizer> open(const std::string& model);

    std::vector<std::string> devices_;
    std::map<std::pair<std::string, std::size_t>, std::shared_ptr<Colorizer>> open_;
    std::size_t turn_ = 0;
};

} // namespace autochrome::inline queue
