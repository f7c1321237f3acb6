// A box with LibTorch and nothing else trains, from shards that were made elsewhere.

#include "app/cli/commands.h"
#include "app/cli/train_command.h"

namespace autochrome::cli {

void addCommands(CLI::App& program, int& exitCode)
{
    addTrainCommand(program, exitCode);
}

} // namespace autochrome::cli
