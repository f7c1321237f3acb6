#pragma once

#include "core/learn/run/training_status.h"

#include <QString>
#include <filesystem>
#include <vector>

namespace autochrome {

/// A training that was begun once, whatever has become of it.
struct KnownTraining
{
    QString folder = {};
    QString name = {}; ///< of its model
    double begun = 0;  ///< seconds since 1970
    TrainingPhase phase = TrainingPhase::Preparing;

    bool isRunning() const
    {
        return phase == TrainingPhase::Preparing || phase == TrainingPhase::Training ||
               phase == TrainingPhase::Validating;
    }
};

/// Where the person's trainings lie, one folder each. Not made by this.
std::filesystem::path trainingRoot();

/// The trainings below a folder, the latest first; folders that hold none are passed over. Reads
/// files.
std::vector<KnownTraining> knownTrainings(const std::filesystem::path& root);

/// A folder for a training of this name that is not there yet.
std::filesystem::path freeRunFolder(const std::filesystem::path& root, const QString& name);

} // namespace autochrome
