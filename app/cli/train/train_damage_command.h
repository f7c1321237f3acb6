#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `train-damage`: photos in, a network that finds damage out.
/// @param exitCode  receives an ExitStatus when the command has run
void addTrainDamageCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
