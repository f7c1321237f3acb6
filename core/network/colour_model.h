#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/network/colour_distribution.h"
#include "core/network/model_file.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::inline network {

/// A device that can run the network.
struct ComputeDevice
{
    std::string id;   ///< "cpu", "cuda:0", …
    std::string name; ///< for people: "CPU (2 threads)", "NVIDIA H100"
};

/// The devices of this machine, the CPU last. CUDA is looked for at run time.
std::vector<ComputeDevice> computeDevices();

/// A model made ready to run on one device: batch norms folded, weights in the device's layout.
/// Thread-safe; one inference runs at a time. LibTorch stays behind this header.
class ColourModel
{
public:
    /// @param device  "auto" (the first of computeDevices()), "cpu" or "cuda:N". An absent device
    /// is
    ///                an error (NotFound).
    static Result<std::shared_ptr<ColourModel>> load(const std::filesystem::path& path,
                                                     const std::string& device = "auto");
    ~ColourModel();
    ColourModel(const ColourModel&) = delete;
    ColourModel& operator=(const ColourModel&) = delete;

    /// Runs the network. `luminance` holds rows x cols values L*/100 in [0, 1], row-major; rows and
    /// cols are multiples of 32. Out of memory is ErrorCode::OutOfMemory: the caller falls back.
    Result<ColourDistribution> look(const std::vector<float>& luminance, int rows, int cols,
                                    const Progress& progress);
    /// Likewise, with the colour at one temperature.
    Result<PredictedChroma> predict(const std::vector<float>& luminance, int rows, int cols,
                                    const DecodeOptions& options, const Progress& progress);

    const ModelCard& card() const;
    const std::filesystem::path& path() const;
    const ComputeDevice& device() const;

private:
    struct Impl;
    explicit ColourModel(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome::inline network
