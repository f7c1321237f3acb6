#pragma once

#include "core/base/parameter_table.h"

#include <string>
#include <vector>

namespace autochrome {

/// Where and how often: what does not change the model that a training makes.
struct MachineChoices
{
    std::string device = "auto"; ///< or "cpu", "cuda:N"
    int threads = 0;             ///< of the network; 0: all cores
    int workers = 0;             ///< that decode photos; 0: all cores
    double checkpointMinutes = 5;
    double validationMinutes = 10; ///< between validations, if the settings leave it to the clock

    bool operator==(const MachineChoices&) const = default;
};

/// Each of them with its row in the form and its option of `autochrome-cli train`.
const std::vector<Parameter<MachineChoices>>& machineParameters();

} // namespace autochrome
