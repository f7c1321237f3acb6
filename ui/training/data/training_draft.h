#pragma once

#include "core/learn/loop/training_settings.h"
#include "ui/training/data/machine_choices.h"

#include <QObject>

namespace autochrome {

/// The values of the next training, in one place: every part of the panel that shows or changes one
/// of them follows it.
class TrainingDraft : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const TrainingSettings& settings() const { return settings_; }
    const MachineChoices& machine() const { return machine_; }
    void set(const TrainingSettings& settings, const MachineChoices& machine);
    void setSettings(const TrainingSettings& settings) { set(settings, machine_); }
    void setMachine(const MachineChoices& machine) { set(settings_, machine); }
    void setLambda(double lambda); ///< 0 to 1

Q_SIGNALS:
    void changed();

private:
    TrainingSettings settings_ = TrainingSettings::house();
    MachineChoices machine_;
};

} // namespace autochrome
