#include "app/cli/commands.h"

#include "app/cli/batch/batch_command.h"
#include "app/cli/colorize_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/info_command.h"
#include "app/cli/models_command.h"
#include "app/cli/prints_command.h"
#include "app/cli/restore_command.h"

#include <CLI/CLI.hpp>

namespace autochrome::cli {

void addCommands(CLI::App& program, int& exitCode)
{
    addBatchCommand(program, exitCode);
    addColorizeCommand(program, exitCode);
    addEvaluateCommand(program, exitCode);
    addInfoCommand(program, exitCode);
    addModelsCommand(program, exitCode);
    addPrintsCommand(program, exitCode);
    addRestoreCommand(program, exitCode);
    addTrainingCommands(program, exitCode);
    program.footer(
        "Examples:\n"
        "  autochrome-cli colorize harbour.jpg           writes harbour_colour.png here\n"
        "  autochrome-cli colorize scans/ -o coloured/   a whole folder\n"
        "  autochrome-cli info harbour_colour.png        how it was made\n"
        "\n"
        "`autochrome-cli COMMAND --help` says more about a command.");
}

} // namespace autochrome::cli
