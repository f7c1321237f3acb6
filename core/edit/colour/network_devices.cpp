#include "core/edit/colour/network_devices.h"

#include "core/network/colour_model.h"

#include <sstream>

namespace autochrome::inline edit {

std::vector<std::string> networkDevices(const std::string& wanted)
{
    if (!wanted.empty() && wanted != "auto") {
        std::vector<std::string> named;
        std::istringstream list(wanted);
        for (std::string device; std::getline(list, device, ',');)
            named.push_back(device);
        return named;
    }
    std::vector<std::string> gpus;
    for (const ComputeDevice& device : computeDevices())
        if (device.id != "cpu")
            gpus.push_back(device.id);
    return gpus.empty() ? std::vector<std::string>{"cpu"} : gpus;
}

} // namespace autochrome::inline edit
