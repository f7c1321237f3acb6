#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `batch` with its commands: many photos, worked on in the background or overnight, from a
/// queue on disk that the window has in common with the command line.
void addBatchCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
