#include "tests/ui/training/run/run_fixture.h"

#include "core/learn/run/training_process.h"
#include "core/learn/run/training_status.h"
#include "tests/support/synthetic_photos.h"
#include "tests/support/tiny_training.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QThread>
#include <csignal>

namespace autochrome {

RunFixture::RunFixture()
{
    qputenv("AUTOCHROME_CLI", AUTOCHROME_CLI);
    qputenv("XDG_CONFIG_HOME", path("config").toLocal8Bit());
    qputenv("XDG_DATA_HOME", path("data").toLocal8Bit());
    testing::writeSyntheticPhotos(path("photos"), 8);
    testing::writeSyntheticPhotos(path("others"), 3);
}

RunFixture::~RunFixture()
{
    const QDir all(temporary_.path());
    for (const QString& folder : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto status = readTrainingStatus(all.filePath(folder).toStdString());
        if (!status || !status->isRunning() || !killTrainer(status->process))
            continue;
        for (int i = 0; i < 100 && isAlive(status->process); ++i)
            QThread::msleep(50);
    }
}

std::vector<std::string> RunFixture::arguments(const QString& folder, int steps) const
{
    const QStringList all =
        QStringList{"--data", path("photos"), "--val", path("others"), "--out", folder} +
        testing::tinyTraining(steps) +
        QStringLiteral("--name archive --network plain_cnn-noskip --device cpu --aged 0 "
                       "--validate-minutes 0.02 --checkpoint-minutes 0.02")
            .split(u' ');
    std::vector<std::string> arguments;
    for (const QString& argument : all)
        arguments.push_back(argument.toStdString());
    return arguments;
}

bool RunFixture::killTrainer(int process)
{
    if (process <= 1)
        return false;
    QFile name(QStringLiteral("/proc/%1/comm").arg(process));
    if (!name.open(QIODevice::ReadOnly) || name.readAll().trimmed() != "autochrome-cli")
        return false;
    return ::kill(process, SIGKILL) == 0;
}

} // namespace autochrome
