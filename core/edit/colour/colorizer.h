#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/colour/colour_settings.h"
#include "core/edit/colour/scene_colours.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace autochrome::inline edit {

/// Runs the network on photos. Thread-safe; shared by the window's and the batch's workers.
class Colorizer
{
public:
    /// @param model   a model file, or the name of one of availableModels(); empty: the default
    /// @param device  "auto", "cpu", "cuda:N"
    /// Errors: ModelMissing, ModelInvalid, NotFound (device).
    static Result<std::shared_ptr<Colorizer>> open(const std::string& model = {},
                                                   const std::string& device = "auto");
    ~Colorizer();

    /// Lets the network look at a whole scene; the colour at any temperature is in the result.
    /// @param lightness  CV_32F, L* in [0, 100], upright, at any size (it is resampled here)
    /// Falls back on lack of memory: a smaller size, then the CPU; the result's notices say so. A
    /// result without any colour (non-finite or all-neutral output) is an error, never success.
    Result<SceneColours> look(const cv::Mat& lightness, const ColourSettings& settings,
                              const Progress& progress = Progress());

    std::string modelName() const;
    std::string modelSha256() const;
    std::string deviceName() const;
    std::string deviceId() const;

private:
    struct Impl;
    explicit Colorizer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome::inline edit
