#include "ui/training/data/training_draft.h"

#include <algorithm>

namespace autochrome {

void TrainingDraft::set(const TrainingSettings& settings, const MachineChoices& machine)
{
    if (settings.toJson() == settings_.toJson() && machine == machine_)
        return;
    settings_ = settings;
    machine_ = machine;
    Q_EMIT changed();
}

void TrainingDraft::setLambda(double lambda)
{
    TrainingSettings changed = settings_;
    changed.lambda = std::clamp(lambda, 0.0, 1.0);
    setSettings(changed);
}

} // namespace autochrome
