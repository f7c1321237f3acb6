#include "ui/training/compare/compared_run.h"

#include "core/learn/run/run_folder.h"
#include "core/models/default_model.h"
#include "core/models/model_library.h"
#include "core/network/model_file.h"

#include <algorithm>

namespace autochrome {

namespace {

// The model that the training started from goes first: what was learnt is the change against it.
// It may lie outside of the library, and be gone.
void findOthers(ComparedRun& compared)
{
    const TrainingRun& run = compared.run;
    compared.others = availableModels();
    const auto isStart = [&](const ModelEntry& model) {
        return !run.startSha256.empty() && model.sha256 == run.startSha256;
    };
    auto start = std::find_if(compared.others.begin(), compared.others.end(), isStart);
    if (start == compared.others.end() && !run.start.empty())
        if (const auto card = readModelCard(run.start))
            start = compared.others.insert(compared.others.end(), entryOf(run.start, *card));
    compared.startedFromFirst = start != compared.others.end();
    if (compared.startedFromFirst)
        std::rotate(compared.others.begin(), start, start + 1);
    // After it was adopted the new model is in the library, too.
    std::erase_if(compared.others, [&](const ModelEntry& model) {
        return model.sha256 == compared.modelSha256 && !isStart(model);
    });
}

} // namespace

std::filesystem::path comparisonFolder(const std::filesystem::path& run)
{
    return run / "comparison";
}

LibraryState readLibraryState()
{
    LibraryState state;
    if (const auto model = defaultModel()) {
        state.defaultName = model->name;
        state.defaultSha256 = model->sha256;
    }
    state.canGoBack = canRollBackDefaultModel();
    if (const auto back = modelToRollBackTo())
        state.backName = back->name;
    return state;
}

Result<ComparedRun> readComparedRun(const std::filesystem::path& folder)
{
    auto run = readTrainingRun(folder);
    if (!run)
        return tl::make_unexpected(run.error());
    ComparedRun compared;
    compared.run = std::move(*run);
    compared.isTraining = isTraining(folder);
    compared.model = folder / (compared.run.name + ".safetensors");
    if (const auto card = readModelCard(compared.model)) {
        compared.modelName = card->name;
        compared.modelSha256 = card->weightsSha256;
    }
    findOthers(compared);
    // One that is damaged is made anew.
    if (auto comparison = readComparisonFile(comparisonFolder(folder)))
        compared.comparison = std::move(*comparison);
    compared.library = readLibraryState();
    return compared;
}

} // namespace autochrome
