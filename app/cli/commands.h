#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds every command of this build.
void addCommands(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
