#include "ui/training/setup/set_up_remedy.h"

#include "ui/training/setup/order_form.h"
#include "ui/training/setup/set_up_check.h"
#include "ui/training/setup/settings_form.h"

#include <QJsonObject>
#include <algorithm>

namespace autochrome {
namespace {

QJsonObject batchOf(int photos, const TrainingSettings& now)
{
    QJsonObject values{{"batchSize", std::min(now.batchSize, photos)}};
    if (now.lateFrom < 1 || now.lateBatchSize == now.batchSize)
        values["lateBatchSize"] = std::min(now.lateBatchSize, photos);
    return values;
}

} // namespace

void applyRemedy(const SetUpProblem& problem, OrderForm* form)
{
    using Remedy = SetUpProblem::Remedy;
    const TrainingSettings now = form->draft()->settings();
    switch (problem.remedy) {
    case Remedy::SmallerBatch:
        form->values()->change(batchOf(problem.number, now));
        break;
    case Remedy::SmallerCrops:
        form->values()->change({{"cropSize", std::min(now.cropSize, problem.number)},
                                {"lateCropSize", std::min(now.lateCropSize, problem.number)}});
        break;
    case Remedy::LastModel:
        form->values()->change({{"keepBest", false}, {"patience", 0}});
        break;
    case Remedy::ModelsNetwork:
        form->values()->change({{"architecture", problem.word}});
        break;
    case Remedy::OtherName:
        form->setModelName(problem.word);
        break;
    case Remedy::None:
        break;
    }
}

} // namespace autochrome
