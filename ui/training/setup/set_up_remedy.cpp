#include "ui/training/setup/set_up_remedy.h"

#include "ui/training/setup/order_form.h"
#include "ui/training/setup/set_up_check.h"

#include <algorithm>

namespace autochrome {
namespace {

void limitBatch(TrainingSettings& settings, int photos)
{
    if (settings.lateFrom < 1 || settings.lateBatchSize == settings.batchSize)
        settings.lateBatchSize = std::min(settings.lateBatchSize, photos);
    settings.batchSize = std::min(settings.batchSize, photos);
}

} // namespace

void applyRemedy(const SetUpProblem& problem, OrderForm* form)
{
    using Remedy = SetUpProblem::Remedy;
    TrainingSettings settings = form->draft()->settings();
    switch (problem.remedy) {
    case Remedy::SmallerBatch:
        limitBatch(settings, problem.number);
        break;
    case Remedy::SmallerCrops:
        settings.cropSize = std::min(settings.cropSize, problem.number);
        settings.lateCropSize = std::min(settings.lateCropSize, problem.number);
        break;
    case Remedy::LastModel:
        settings.keepBest = false;
        settings.patience = 0;
        break;
    case Remedy::ModelsNetwork:
        settings.architecture = problem.word.toStdString();
        break;
    case Remedy::OtherName:
        form->setModelName(problem.word);
        return;
    case Remedy::None:
        return;
    }
    form->draft()->setSettings(settings);
}

} // namespace autochrome
