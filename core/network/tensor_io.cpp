#include "core/network/tensor_io.h"

#include "core/base/text.h"

#include <cstring>

namespace autochrome::inline network {

namespace {

torch::ScalarType scalarType(TensorType type)
{
    switch (type) {
    case TensorType::F16:
        return torch::kHalf;
    case TensorType::BF16:
        return torch::kBFloat16;
    case TensorType::F32:
        return torch::kFloat;
    case TensorType::F64:
        return torch::kDouble;
    case TensorType::I8:
        return torch::kChar;
    case TensorType::U8:
        return torch::kByte;
    case TensorType::I32:
        return torch::kInt;
    case TensorType::I64:
        return torch::kLong;
    }
    return torch::kFloat;
}

TensorType tensorType(torch::ScalarType type)
{
    switch (type) {
    case torch::kHalf:
        return TensorType::F16;
    case torch::kBFloat16:
        return TensorType::BF16;
    case torch::kDouble:
        return TensorType::F64;
    case torch::kChar:
        return TensorType::I8;
    case torch::kByte:
        return TensorType::U8;
    case torch::kInt:
        return TensorType::I32;
    case torch::kLong:
        return TensorType::I64;
    default:
        return TensorType::F32;
    }
}

std::string shapeText(torch::IntArrayRef shape)
{
    std::string result = "[";
    for (const auto extent : shape)
        result += (result.size() > 1 ? ", " : "") + std::to_string(extent);
    return result + "]";
}

} // namespace

std::map<std::string, torch::Tensor> stateOf(const torch::nn::Module& module)
{
    std::map<std::string, torch::Tensor> state;
    for (const auto& item : module.named_parameters())
        state[item.key()] = item.value();
    for (const auto& item : module.named_buffers()) {
        // A counter of training steps; no inference depends on it.
        if (!item.key().ends_with("num_batches_tracked"))
            state[item.key()] = item.value();
    }
    return state;
}

torch::Tensor toTensor(const TensorView& view)
{
    torch::Tensor tensor = torch::empty(view.shape, scalarType(view.type));
    // Through memcpy, since the file's bytes need not be aligned.
    if (!view.bytes.empty())
        std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    return tensor.is_floating_point() ? tensor.to(torch::kFloat) : tensor;
}

Result<void> loadState(torch::nn::Module& module, const SafetensorsFile& file,
                       const std::string& prefix, bool allowExtra)
{
    const torch::NoGradGuard noGrad;
    std::map<std::string, torch::Tensor> state = stateOf(module);
    for (auto& [name, tensor] : state) {
        const auto found = file.tensors().find(prefix + name);
        if (found == file.tensors().end())
            return failure(
                ErrorCode::ModelInvalid,
                text("The model is of another architecture: “%1” is missing.", {prefix + name}));
        if (tensor.sizes() != torch::IntArrayRef(found->second.shape))
            return failure(ErrorCode::ModelInvalid,
                           text("The model is of another architecture: “%1” has another shape.",
                                {prefix + name}),
                           shapeText(found->second.shape) + " instead of " +
                               shapeText(tensor.sizes()));
        tensor.copy_(toTensor(found->second));
    }
    if (!allowExtra) {
        for (const auto& [name, view] : file.tensors()) {
            if (!name.starts_with(prefix) || !state.contains(name.substr(prefix.size())))
                return failure(
                    ErrorCode::ModelInvalid,
                    text("The model is of another architecture: “%1” is unknown.", {name}));
        }
    }
    return {};
}

StoredTensors storedTensors(const std::map<std::string, torch::Tensor>& tensors, bool half)
{
    StoredTensors stored;
    for (const auto& [name, tensor] : tensors) {
        torch::Tensor flat = tensor.detach().to(torch::kCPU);
        if (half && flat.is_floating_point())
            flat = flat.to(torch::kHalf);
        flat = flat.contiguous(torch::MemoryFormat::Contiguous);
        stored.owners[name] = flat;
        stored.views[name] = {tensorType(flat.scalar_type()),
                              flat.sizes().vec(),
                              {static_cast<const std::uint8_t*>(flat.data_ptr()), flat.nbytes()}};
    }
    return stored;
}

Result<void> saveTensors(const std::filesystem::path& path,
                         const std::map<std::string, torch::Tensor>& tensors,
                         const std::map<std::string, std::string>& metadata, bool half)
{
    return writeSafetensors(path, storedTensors(tensors, half).views, metadata);
}

} // namespace autochrome::inline network
