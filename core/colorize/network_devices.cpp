#include "core/colorize/network_devices.h"

#include "core/nn/color_model.h"

namespace autochrome {

std::vector<std::string> networkDevices()
{
    std::vector<std::string> gpus;
    for (const ComputeDevice& device : computeDevices())
        if (device.id != "cpu")
            gpus.push_back(device.id);
    return gpus.empty() ? std::vector<std::string>{"cpu"} : gpus;
}

} // namespace autochrome
