#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds "shards": decodes photos ahead of a training on a GPU.
void addShardsCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
