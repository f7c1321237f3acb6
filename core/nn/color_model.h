#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/nn/model_file.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace autochrome {

/// How the distribution head is turned into colour.
struct DecodeOptions
{
    double temperature = 0.38; ///< of the annealed mean (Zhang et al. 2016, eq. 5): 1 mean, 0 mode
};

/// Chroma as the network predicts it, on its stride-4 grid.
struct PredictedChroma
{
    int rows = 0;
    int cols = 0;
    std::vector<float> ab;         ///< rows x cols x 2, a* and b* in CIE units
    std::vector<float> confidence; ///< rows x cols, 1 - entropy / log Q, in [0, 1]
    double seconds = 0;            ///< time of the network alone
};

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
class ColorModel
{
public:
    /// @param device  "auto" (the first of computeDevices()), "cpu" or "cuda:N". An absent device
    /// is
    ///                an error (NotFound).
    static Result<std::shared_ptr<ColorModel>> load(const std::filesystem::path& path,
                                                    const std::string& device = "auto");
    ~ColorModel();
    ColorModel(const ColorModel&) = delete;
    ColorModel& operator=(const ColorModel&) = delete;

    /// Predicts chroma. `luminance` holds rows x cols values L*/100 in [0, 1], row-major; rows and
    /// cols are multiples of 32. Out of memory is ErrorCode::OutOfMemory: the caller falls back.
    Result<PredictedChroma> predict(const std::vector<float>& luminance, int rows, int cols,
                                    const DecodeOptions& options, const Progress& progress);

    const ModelCard& card() const;
    const std::filesystem::path& path() const;
    const ComputeDevice& device() const;

private:
    struct Impl;
    explicit ColorModel(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome
