#include "core/network/colour_model.h"

#include "core/base/machine_memory.h"
#include "core/base/text.h"
#include "core/network/colour_distribution_data.h"
#include "core/network/fused_network.h"
#include "core/network/inference_failure.h"
#include "core/network/model_io.h"

#include <ATen/Parallel.h>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <thread>
#include <torch/cuda.h>

#ifdef AUTOCHROME_WITH_CUDA
#include <cuda_runtime_api.h>
#endif

namespace autochrome::inline network {

namespace {

/// Torch may start with one thread; the inter-op pool is left alone, since setting it twice throws.
void useEveryCore()
{
    static std::once_flag once;
    std::call_once(
        once, [] { at::set_num_threads(int(std::max(1u, std::thread::hardware_concurrency()))); });
}

std::string cudaName(int index)
{
#ifdef AUTOCHROME_WITH_CUDA
    cudaDeviceProp properties{};
    if (cudaGetDeviceProperties(&properties, index) == cudaSuccess)
        return properties.name;
#endif
    return "CUDA GPU " + std::to_string(index);
}

// What the network takes of the machine's memory on the CPU: measured, 0.45 kB a pixel, and what
// its libraries want besides, once (OpenBLAS a buffer of 128 MiB) and always.
constexpr std::uint64_t bytesPerPixel = 512;
constexpr std::uint64_t libraryBytes = std::uint64_t(64) << 20;
constexpr std::uint64_t firstBytes = std::uint64_t(192) << 20;
std::atomic<bool> librariesAreReady = false;

// Not left to the libraries: where an allocation fails, oneDNN crashes and OpenBLAS waits for ever.
bool hasRoomFor(int rows, int cols)
{
    return availableMemory() >= libraryBytes + (librariesAreReady ? 0 : firstBytes) +
                                    bytesPerPixel * std::uint64_t(rows) * std::uint64_t(cols);
}

} // namespace

std::vector<ComputeDevice> computeDevices()
{
    useEveryCore();
    std::vector<ComputeDevice> devices;
    if (torch::cuda::is_available()) {
        for (int i = 0; i < int(torch::cuda::device_count()); ++i)
            devices.push_back({"cuda:" + std::to_string(i), cudaName(i)});
    }
    devices.push_back(
        {"cpu", inWords(counted("CPU (%n thread)|CPU (%n threads)", at::get_num_threads()))});
    return devices;
}

struct ColourModel::Impl
{
    Impl(const ColorizerNetwork& trained, ModelCard cardOfFile, ComputeDevice chosen)
        : torchDevice(chosen.id), card(std::move(cardOfFile)), device(std::move(chosen))
    {
        if (trained->design() == NetworkDesign()) {
            fused.emplace(trained, torchDevice);
        } else {
            plain = trained;
            plain->to(torchDevice);
        }
        std::vector<float> flat;
        for (const auto& bin : card.bins)
            flat.insert(flat.end(), bin.begin(), bin.end());
        centres = torch::tensor(flat).view({-1, 2}).to(torchDevice);
    }

    /// What a [1, …, h, w] output says. A model whose card says that only its regression head was
    /// trained has no distribution to be confident by.
    void read(const NetworkOutput& output, ColourDistribution::Data& data) const
    {
        if (const auto head = card.details.find("head");
            head != card.details.end() && head->second == "regression") {
            data.ab = output.ab[0].permute({1, 2, 0}) * abScale;
            data.confidence = torch::ones({data.ab.size(0), data.ab.size(1)}, data.ab.options());
            return;
        }
        data.scores = output.logits[0].permute({1, 2, 0}).contiguous(); // [h, w, Q]
        data.centres = centres;
        const torch::Tensor logP = torch::log_softmax(data.scores, -1);
        const torch::Tensor entropy = -(logP.exp() * logP).sum(-1);
        const double most = std::log(double(std::max<std::size_t>(2, card.bins.size())));
        data.confidence = (1 - entropy / most).clamp(0, 1);
    }

    torch::Device torchDevice;
    std::optional<FusedNetwork> fused; ///< of the design that is shipped
    ColorizerNetwork plain{nullptr};   ///< of any other
    ModelCard card;
    ComputeDevice device;
    std::filesystem::path path;
    torch::Tensor centres;
    // One inference at a time: libgomp and oneDNN gain nothing from two.
    std::shared_ptr<std::mutex> mutex = std::make_shared<std::mutex>();
};

ColourModel::ColourModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ColourModel::~ColourModel() = default;

Result<std::shared_ptr<ColourModel>> ColourModel::load(const std::filesystem::path& path,
                                                       const std::string& device)
{
    const std::vector<ComputeDevice> devices = computeDevices();
    const auto chosen =
        device == "auto"
            ? devices.begin()
            : std::find_if(devices.begin(), devices.end(), [&](const ComputeDevice& d) {
                  return d.id == device || (device == "cuda" && d.id == "cuda:0");
              });
    if (chosen == devices.end())
        return failure(ErrorCode::NotFound, text("This machine has no device “%1”.", {device}));
    Result<LoadedModel> model = loadModel(path);
    if (!model)
        return tl::make_unexpected(model.error());
    try {
        const c10::InferenceMode inference;
        auto impl = std::make_unique<Impl>(model->network, std::move(model->card), *chosen);
        impl->path = path;
        return std::shared_ptr<ColourModel>(new ColourModel(std::move(impl)));
    } catch (const c10::Error& e) {
        return inferenceFailure(e.what_without_backtrace(), chosen->name);
    } catch (const std::exception& e) {
        return inferenceFailure(e.what(), chosen->name);
    }
}

Result<ColourDistribution> ColourModel::look(const std::vector<float>& luminance, int rows,
                                             int cols, const Progress& progress)
{
    if (rows <= 0 || cols <= 0 || rows % 32 != 0 || cols % 32 != 0 ||
        luminance.size() != std::size_t(rows) * std::size_t(cols))
        return failure(ErrorCode::Internal,
                       text("The network was given a picture of a wrong size."),
                       std::to_string(cols) + " x " + std::to_string(rows));
    const std::lock_guard lock(*impl_->mutex);
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, text("Cancelled."));
    if (impl_->torchDevice.is_cpu() && !hasRoomFor(rows, cols))
        return inferenceFailure("not enough memory", impl_->device.name);
    try {
        const c10::InferenceMode inference; // thread-local, so it is set where the work is
        const auto start = std::chrono::steady_clock::now();
        const torch::Tensor input = torch::from_blob(const_cast<float*>(luminance.data()),
                                                     {1, 1, rows, cols}, torch::kFloat)
                                        .to(impl_->torchDevice);
        const NetworkOutput output =
            impl_->fused ? impl_->fused->forward(input) : impl_->plain->forward(input);
        auto data = std::make_shared<ColourDistribution::Data>();
        impl_->read(output, *data);
        data->confidence = data->confidence.to(torch::kCPU); // and so a GPU has ended by here
        data->device = impl_->device.name;
        data->oneAtATime = impl_->mutex;
        librariesAreReady = librariesAreReady || impl_->torchDevice.is_cpu();
        data->seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return ColourDistribution(std::move(data));
    } catch (const c10::Error& e) {
        return inferenceFailure(e.what_without_backtrace(), impl_->device.name);
    } catch (const std::bad_alloc&) {
        return inferenceFailure("out of memory", impl_->device.name);
    } catch (const std::exception& e) {
        return inferenceFailure(e.what(), impl_->device.name);
    }
}

Result<PredictedChroma> ColourModel::predict(const std::vector<float>& luminance, int rows,
                                             int cols, const DecodeOptions& options,
                                             const Progress& progress)
{
    const Result<ColourDistribution> seen = look(luminance, rows, cols, progress);
    if (!seen)
        return tl::make_unexpected(seen.error());
    return seen->decode(options);
}

const ModelCard& ColourModel::card() const
{
    return impl_->card;
}

const std::filesystem::path& ColourModel::path() const
{
    return impl_->path;
}

const ComputeDevice& ColourModel::device() const
{
    return impl_->device;
}

} // namespace autochrome::inline network
