#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/colour/scene_colours.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace autochrome::inline edit {

/// How long the network may look at a photo.
enum class Effort {
    Fast,   ///< once, at three quarters of the size
    Normal, ///< once
    Best    ///< four times: as it is and mirrored, at the size and at five eighths of it; layout
            ///< from the smaller look, detail from the larger
};

/// "fast", "normal", "best".
const char* effortName(Effort effort);
std::optional<Effort> effortOfName(std::string_view name);

/// What the network is asked for. Part of a recipe, so: independent of the device.
struct ColourSettings
{
    int size = 0;              ///< short side in pixels, multiple of 32, 128-1024; 0: chosen for us
    double temperature = 0.38; ///< of the annealed mean, (0, 1]
    Effort effort = Effort::Normal;

    bool operator==(const ColourSettings&) const = default;
};

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
    /// Likewise, at the settings' temperature, and nothing is kept for another one.
    Result<ChromaMap> predict(const cv::Mat& lightness, const ColourSettings& settings,
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
