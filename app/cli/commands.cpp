#include "app/cli/commands.h"

#include "app/cli/batch/batch_command.h"
#include "app/cli/colorize_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/info_command.h"
#include "app/cli/models_command.h"
#include "app/cli/prints_command.h"
#include "app/cli/restore_command.h"
#include "core/edit/recipe_parameters.h"

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

std::vector<std::string> withLeftOutValues(std::vector<std::string> arguments)
{
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i)
        for (const RecipeParameter& row : recipeParameters())
            // `--repair scan.tif` has a photo behind it, and no level.
            if (*row.option.value && *row.option.sets && arguments[i] == row.longOption() &&
                (i + 1 == arguments.size() || !row.fromText(arguments[i + 1])))
                arguments[i] += std::string("=") + row.option.sets;
    return arguments;
}

} // namespace autochrome::cli
