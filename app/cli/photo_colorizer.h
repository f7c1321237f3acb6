#pragma once

#include "core/edit/colour/colorizer.h"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace autochrome::cli {

/// The network for each photo of a run: the model that was named, or else that of the photo's
/// collection, or else the default. One is held at a time.
class PhotoColorizer
{
public:
    /// @param model   a file or a name; may be empty
    /// @param device  "auto", "cpu", "cuda:N"
    PhotoColorizer(std::string model, std::string device);

    /// Opens the model if it is the same for every photo: an error is one for all of them. Where
    /// collections have models of their own, that turns out with each photo.
    Result<void> prepare();

    /// @param warnings  gets a sentence, once in a run, for a collection whose model is gone
    Result<std::shared_ptr<Colorizer>> forPhoto(const std::filesystem::path& photo,
                                                std::vector<Message>& warnings);

private:
    Result<std::shared_ptr<Colorizer>> open(const std::string& model);

    std::string model_;
    std::string device_;
    bool isSame_; ///< for every photo
    std::string opened_;
    std::shared_ptr<Colorizer> colorizer_;
    std::set<std::string> warned_;
};

} // namespace autochrome::cli
