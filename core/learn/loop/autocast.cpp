#include "core/learn/loop/autocast.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace autochrome::inline learn {
namespace {

void setAutocast(torch::DeviceType device, bool on)
{
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
    at::autocast::set_autocast_enabled(device, on);
    at::autocast::set_autocast_dtype(device, torch::kBFloat16);
#else
    if (device == torch::kCUDA) {
        at::autocast::set_enabled(on);
        at::autocast::set_autocast_gpu_dtype(torch::kBFloat16);
    } else {
        at::autocast::set_cpu_enabled(on);
        at::autocast::set_autocast_cpu_dtype(torch::kBFloat16);
    }
#endif
}

} // namespace

bool Bf16Autocast::isAvailable(torch::Device device)
{
    if (device.is_cuda())
        return true;
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

Bf16Autocast::Bf16Autocast(torch::Device device, bool wanted)
    : device_(device.type()), active_(wanted && isAvailable(device))
{
    if (active_) {
        at::autocast::increment_nesting();
        setAutocast(device_, true);
    }
}

Bf16Autocast::~Bf16Autocast()
{
    if (active_) {
        setAutocast(device_, false);
        // Cached casts of the weights are stale after the next step.
        if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache();
    }
}

} // namespace autochrome::inline learn
