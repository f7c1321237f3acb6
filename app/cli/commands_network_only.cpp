// A box with LibTorch and nothing else trains, from shards that were made elsewhere.

#include "app/cli/commands.h"
#include "app/cli/train/train_command.h"

#include <CLI/CLI.hpp>

namespace autochrome::cli {

void addCommands(CLI::App& program, int& exitCode)
{
    addTrainCommand(program, exitCode);
    program.footer("`autochrome-cli train --help` says more.");
}

std::vector<std::string> withLeftOutValues(std::vector<std::string> arguments)
{
    return arguments;
}

} // namespace autochrome::cli
