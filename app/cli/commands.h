#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace autochrome::cli {

/// Adds every command of this build, and examples of them.
void addCommands(CLI::App& program, int& exitCode);

/// The arguments, with the value of each option that may stand alone and does: one whose row names
/// its value in brackets and says what it is set to without it.
std::vector<std::string> withLeftOutValues(std::vector<std::string> arguments);

/// Adds those that have to do with training, if this build has any.
void addTrainingCommands(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
