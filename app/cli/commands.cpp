#include "app/cli/commands.h"

#include "app/cli/colorize_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/info_command.h"
#include "app/cli/models_command.h"
#include "app/cli/shards_command.h"
#include "app/cli/train_command.h"

namespace autochrome::cli {

void addCommands(CLI::App& program, int& exitCode)
{
    addColorizeCommand(program, exitCode);
    addEvaluateCommand(program, exitCode);
    addInfoCommand(program, exitCode);
    addModelsCommand(program, exitCode);
    addShardsCommand(program, exitCode);
    addTrainCommand(program, exitCode);
}

} // namespace autochrome::cli
