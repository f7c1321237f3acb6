#pragma once

#include <string>

namespace CLI {
class App;
}

namespace autochrome::cli {

/// What a command was given, without the folders of this machine, for a model's card.
std::string commandLineOf(const CLI::App& command);

} // namespace autochrome::cli
