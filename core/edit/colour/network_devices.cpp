#include "core/edit/colour/network_devices.h"

#include "core/network/color_model.h"

namespace autochrome::inline edit {

std::vector<std::string> networkDevices()
{
    std::vector<std::string> gpus;
    for (const ComputeDevice& device : computeDevices())
        if (device.id != "cpu")
            gpus.push_back(device.id);
    return gpus.empty() ? std::vector<std::string>{"cpu"} : gpus;
}

} // namespace autochrome::inline edit
