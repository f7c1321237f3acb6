#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `train`: makes a model from photos. `exitCode` receives 0, 1 (failed or stopped) or 2
/// (usage).
void addTrainCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
