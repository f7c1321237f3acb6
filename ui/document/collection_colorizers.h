#pragma once

#include "core/base/error.h"
#include "core/edit/colour/colorizer.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace autochrome {

/// The network for one photo.
struct ChosenColorizer
{
    std::shared_ptr<Colorizer> colorizer;
    Message notice = {}; ///< a sentence, if the photo's folder lacks its own model; else empty
};

/// The networks of folders that have a model of their own, the latest one kept open. For any
/// thread; callers wait for one another while a network is opened.
class CollectionColorizers
{
public:
    /// The colorizer for a photo: its collection's, else `ordinary`. One whose model is gone has
    /// the ordinary one, with a notice. Errors: those of Colorizer::open().
    Result<ChosenColorizer> forPhoto(const std::filesystem::path& photo, const std::string& device,
                                     const std::shared_ptr<Colorizer>& ordinary);

private:
    std::mutex mutex_;
    std::filesystem::path model_;
    std::string device_;
    std::shared_ptr<Colorizer> colorizer_;
};

} // namespace autochrome
