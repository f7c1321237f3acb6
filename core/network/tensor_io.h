#pragma once

#include "core/base/error.h"
#include "core/network/safetensors.h"

#include <torch/torch.h>

#include <map>
#include <string>

namespace autochrome::inline network {

/// A module's parameters and buffers by name ("encoder.features.0.0.weight", …), without
/// num_batches_tracked. The tensors share storage with the module.
std::map<std::string, torch::Tensor> stateOf(const torch::nn::Module& module);

/// A copy of a safetensors tensor as float32 (integers stay integers).
torch::Tensor toTensor(const TensorView& view);

/// Copies every tensor of `file` whose name is `prefix` + a name of the module into it. Missing
/// names and wrong shapes are errors (ModelInvalid) that name the tensor; names that the module
/// does not have are ignored if `allowExtra`.
Result<void> loadState(torch::nn::Module& module, const SafetensorsFile& file,
                       const std::string& prefix, bool allowExtra);

/// Tensors in the form they are written in: the views point into what `owners` keep alive.
struct StoredTensors
{
    std::map<std::string, torch::Tensor> owners;
    std::map<std::string, TensorView> views;
};

/// Tensors brought to the CPU, contiguous, floats as float16 if `half`.
StoredTensors storedTensors(const std::map<std::string, torch::Tensor>& tensors, bool half);

/// Writes named tensors as safetensors, floats as float16 if `half`.
Result<void> saveTensors(const std::filesystem::path& path,
                         const std::map<std::string, torch::Tensor>& tensors,
                         const std::map<std::string, std::string>& metadata, bool half);

} // namespace autochrome::inline network
