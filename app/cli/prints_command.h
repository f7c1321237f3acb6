#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `prints`: tells which prints are seen on scans, and writes nothing.
void addPrintsCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
