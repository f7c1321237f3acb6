#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `restore`: photos in, photos without their damage out.
/// @param exitCode  receives an ExitStatus when the command has run
void addRestoreCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
