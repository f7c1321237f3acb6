#pragma once

#include <torch/torch.h>

namespace autochrome::inline learn {

/// Runs matrix arithmetic in bfloat16 while it lives, where the device has it in hardware
/// (AVX512-BF16 on a CPU, any CUDA device of today); elsewhere it does nothing.
class Bf16Autocast
{
public:
    Bf16Autocast(torch::Device device, bool wanted);
    ~Bf16Autocast();
    Bf16Autocast(const Bf16Autocast&) = delete;
    Bf16Autocast& operator=(const Bf16Autocast&) = delete;

    static bool isAvailable(torch::Device device);

private:
    torch::DeviceType device_;
    bool active_;
};

} // namespace autochrome::inline learn
