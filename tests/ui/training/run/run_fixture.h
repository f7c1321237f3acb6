#pragma once

#include <QString>
#include <QTemporaryDir>
#include <string>
#include <vector>

namespace autochrome {

/// Photos, a folder for trainings, and settings of the test's own; the real trainer. Whatever
/// trains in its folders is ended with it.
class RunFixture
{
public:
    RunFixture();
    ~RunFixture();

    QString path(const QString& name) const { return temporary_.filePath(name); }

    /// A tiny training's arguments: as long as `steps`, with a validation in every pass.
    std::vector<std::string> arguments(const QString& folder, int steps) const;

    /// Ends a trainer as a full memory or a power cut would. Only a process of this number that is
    /// a trainer.
    static bool killTrainer(int process);

private:
    QTemporaryDir temporary_;
};

} // namespace autochrome
