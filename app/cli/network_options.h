#pragma once

#include "core/edit/colour/colorizer.h"

#include <string>

namespace CLI {
class App;
}

namespace autochrome::cli {

/// The options by which several commands say how the network runs.
struct NetworkOptions
{
    std::string device = "auto";
    std::string size = "auto";
    std::string effort = "normal";

    /// Adds --device, --size and --effort; the options must outlive the command.
    void addTo(CLI::App& command);
    void addDeviceTo(CLI::App& command);
    void addLookTo(CLI::App& command); ///< --size and --effort

    /// Writes size and effort into the settings; to be called after parsing.
    void apply(ColourSettings& settings) const;
};

} // namespace autochrome::cli
