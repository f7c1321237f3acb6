#include "ui/training/panel/known_trainings.h"

#include "core/learn/run/training_run.h"
#include "ui/widgets/path_names.h"

#include <QStandardPaths>
#include <algorithm>

namespace autochrome {

std::filesystem::path trainingRoot()
{
    return pathNamed(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)) /
           "training";
}

std::vector<KnownTraining> knownTrainings(const std::filesystem::path& root)
{
    std::vector<KnownTraining> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(root, error)) {
        const auto run = readTrainingRun(entry.path());
        const auto status = readTrainingStatus(entry.path());
        if (!run && !status)
            continue;
        KnownTraining training;
        training.folder = nameOfPath(entry.path());
        training.name = QString::fromStdString(run ? run->name : status->name);
        training.begun = run ? run->begun : status->time;
        // One that was never begun really left no status.
        training.phase = status ? status->phase : TrainingPhase::Interrupted;
        found.push_back(training);
    }
    std::sort(found.begin(), found.end(), [](const KnownTraining& a, const KnownTraining& b) {
        return a.begun != b.begun ? a.begun > b.begun : a.folder < b.folder;
    });
    return found;
}

std::filesystem::path freeRunFolder(const std::filesystem::path& root, const QString& name)
{
    const std::string stem = name.isEmpty() ? "model" : name.toStdString();
    std::filesystem::path folder = root / stem;
    std::error_code error;
    for (int number = 2; std::filesystem::exists(folder, error); ++number)
        folder = root / std::string(stem).append("-").append(std::to_string(number));
    return folder;
}

} // namespace autochrome
