#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds `info`: what a photo's file holds, and what was done to it.
void addInfoCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
