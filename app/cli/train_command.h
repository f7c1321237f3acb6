#pragma once

namespace CLI {
class App;
}

namespace autochrome {

/// Adds `train`: makes a model from photos. `exitCode` receives 0, 1 (failed or stopped) or 2
/// (usage).
void addTrainCommand(CLI::App& app, int& exitCode);

} // namespace autochrome
