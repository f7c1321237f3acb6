#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds every command of this build, and examples of them.
void addCommands(CLI::App& program, int& exitCode);

/// Adds those that have to do with training, if this build has any.
void addTrainingCommands(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
