#include "app/cli/commands.h"

#include "app/cli/evaluate_damage_command.h"
#include "app/cli/survey_command.h"
#include "app/cli/train/shards_command.h"
#include "app/cli/train/train_command.h"
#include "app/cli/train/train_damage_command.h"

namespace autochrome::cli {

void addTrainingCommands(CLI::App& program, int& exitCode)
{
    addEvaluateDamageCommand(program, exitCode);
    addShardsCommand(program, exitCode);
    addSurveyCommand(program, exitCode);
    addTrainCommand(program, exitCode);
    addTrainDamageCommand(program, exitCode);
}

} // namespace autochrome::cli
