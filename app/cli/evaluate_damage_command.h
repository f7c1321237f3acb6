#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `evaluate-damage`: how well a network finds damage that was made, photo by photo.
/// @param exitCode  receives an ExitStatus when the command has run
void addEvaluateDamageCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
