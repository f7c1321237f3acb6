#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `colorize`: photos in, coloured photos out.
/// @param exitCode  receives an ExitStatus when the command has run
void addColorizeCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
