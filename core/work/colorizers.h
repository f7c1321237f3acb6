#pragma once

#include "core/edit/colour/colorizer.h"
#include "core/models/model_chooser.h"

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace autochrome::inline work {

/// The network for one photo.
struct ChosenColorizer
{
    std::shared_ptr<Colorizer> colorizer;
    Message notice = {}; ///< a sentence, if the photo's folder lacks its own model; else empty
};

/// The networks of one device that photos are coloured with: each model is opened once and shared
/// as long as anybody uses it. From any thread; callers wait for one another while one is opened.
///
/// Files that vanish meanwhile do no harm: what is open goes on, and what must be opened is chosen
/// anew among the models that are left.
class Colorizers
{
public:
    /// @param device    "auto", "cpu" or "cuda:N"
    /// @param mostKept  so many, the latest ones, stay open although nobody uses them
    explicit Colorizers(std::string device, std::size_t mostKept = 1);

    /// The network for a photo, see ModelChooser.
    /// @param model  a file or a name; empty: that of the photo's collection, or else the default
    /// Errors: those of Colorizer::open().
    Result<ChosenColorizer> forPhoto(const std::filesystem::path& photo,
                                     const std::string& model = {});

    /// The network for photos of no collection. Errors: those of Colorizer::open().
    Result<std::shared_ptr<Colorizer>> ordinary(const std::string& model = {});

private:
    /// @param choose  names the model; asked again if its file is gone
    template <class Choose>
    Result<ChosenColorizer> chosen(Choose choose);
    Result<std::shared_ptr<Colorizer>> opened(const std::filesystem::path& model);
    void keep(const std::shared_ptr<Colorizer>& colorizer);

    const std::string device_;
    const std::size_t mostKept_;
    ModelChooser chooser_;
    std::mutex mutex_;
    std::map<std::filesystem::path, std::weak_ptr<Colorizer>> open_;
    std::deque<std::shared_ptr<Colorizer>> kept_; ///< the latest last
};

} // namespace autochrome::inline work
