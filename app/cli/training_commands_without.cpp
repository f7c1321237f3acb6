// The commands of training in a program that was built without it.

#include "app/cli/commands.h"

namespace autochrome::cli {

void addTrainingCommands(CLI::App&, int&) {}

} // namespace autochrome::cli
