#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `models`: the models that `colorize --model` knows by name.
void addModelsCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
