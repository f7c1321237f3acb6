#include "core/network/colour_distribution_data.h"

#include "core/network/inference_failure.h"

#include <algorithm>

namespace autochrome::inline network {

namespace {

std::vector<float> valuesOf(const torch::Tensor& tensor)
{
    const torch::Tensor host = tensor.to(torch::kCPU).contiguous();
    return {host.data_ptr<float>(), host.data_ptr<float>() + host.numel()};
}

std::size_t bytesOf(const torch::Tensor& tensor)
{
    return tensor.defined() ? std::size_t(tensor.numel()) * tensor.element_size() : 0;
}

} // namespace

ColourDistribution::ColourDistribution(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Result<PredictedChroma> ColourDistribution::decode(const DecodeOptions& options) const
{
    const std::lock_guard lock(*data_->oneAtATime);
    try {
        const c10::InferenceMode inference; // thread-local, so it is set where the work is
        torch::Tensor ab = data_->ab;
        if (!ab.defined()) {
            const double temperature = std::clamp(options.temperature, 0.01, 10.0);
            ab = torch::matmul(torch::softmax(data_->scores / temperature, -1), data_->centres);
        }
        PredictedChroma chroma;
        chroma.rows = int(ab.size(0));
        chroma.cols = int(ab.size(1));
        chroma.ab = valuesOf(ab);
        chroma.confidence = valuesOf(data_->confidence);
        chroma.seconds = data_->seconds;
        return chroma;
    } catch (const c10::Error& e) {
        return inferenceFailure(e.what_without_backtrace(), data_->device);
    } catch (const std::bad_alloc&) {
        return inferenceFailure("out of memory", data_->device);
    } catch (const std::exception& e) {
        return inferenceFailure(e.what(), data_->device);
    }
}

std::size_t ColourDistribution::bytes() const
{
    return bytesOf(data_->scores) + bytesOf(data_->ab) + bytesOf(data_->confidence);
}

} // namespace autochrome::inline network
