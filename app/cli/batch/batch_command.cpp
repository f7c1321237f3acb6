#include "app/cli/batch/batch_command.h"

#include "app/cli/batch/batch_parts.h"

#include <CLI/CLI.hpp>

namespace autochrome::cli {

void addBatchCommand(CLI::App& program, int& exitCode)
{
    auto queue = std::make_shared<QueueOption>();
    CLI::App* command =
        program.add_subcommand("batch", "Work on many photos from a queue that survives any end");
    command->require_subcommand(1);
    addBatchAdd(*command, queue, exitCode);
    addBatchRun(*command, queue, exitCode);
    addBatchStatus(*command, queue, exitCode);
    addBatchReport(*command, queue, exitCode);
    addBatchSteering(*command, queue, exitCode);
    addBatchOrder(*command, queue, exitCode);
    command->footer(
        "Examples:\n"
        "  autochrome-cli batch add scans/ -o coloured/ --mirror   fills the queue\n"
        "  autochrome-cli batch run                                works on it\n"
        "  autochrome-cli batch status                             how far it is\n"
        "\n"
        "A run that is stopped or killed goes on with the next `run`: what is done stays\n"
        "done, and nothing half-written is left. Spread over machines with --shard.");
}

} // namespace autochrome::cli
