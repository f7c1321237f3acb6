#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// `autochrome-cli evaluate`: how good models are on colour photos.
void addEvaluateCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
