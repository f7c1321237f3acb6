#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

namespace autochrome::inline models {

/// The model that a photo is coloured with.
struct ModelChoice
{
    std::filesystem::path model; ///< a file
    /// A sentence, if the photo's folder has a model of its own and that is gone; else empty.
    Message notice;
};

/// Chooses the model for each photo, the same for command line, queue and window: the one that is
/// named, else that of the photo's collection, else the default. A collection whose model is gone
/// has the default, and the choice says so. What a name stands for and which one the default is
/// are found out once: a run ends with what it began with. From any thread.
class ModelChooser
{
public:
    /// @param named  a file or a name; may be empty
    /// Errors: ModelMissing.
    Result<ModelChoice> forPhoto(const std::filesystem::path& photo, const std::string& named = {});

    /// The model for photos of no collection. Errors: ModelMissing.
    Result<std::filesystem::path> ordinary(const std::string& named = {});

    /// Files were found missing: what was found out is asked again.
    void forget();

private:
    std::mutex mutex_;
    std::map<std::string, std::filesystem::path> found_; ///< by what was named
};

} // namespace autochrome::inline models
