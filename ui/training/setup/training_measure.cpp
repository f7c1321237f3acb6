#include "ui/training/setup/training_measure.h"

#include "core/learn/run/training_process.h"
#include "ui/widgets/path_names.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <sys/resource.h>
#include <utility>

namespace autochrome {
namespace {

constexpr int niceness = 10; // as startTrainer() has it

} // namespace

Result<TrainingEstimate> estimateFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    TrainingEstimate estimate;
    estimate.seconds = object["seconds"].toDouble();
    estimate.secondsPerStep = object["secondsPerStep"].toDouble();
    estimate.steps = object["steps"].toInteger();
    estimate.validations = object["validations"].toInteger();
    estimate.memory = std::uint64_t(object["memory"].toInteger());
    estimate.gpuMemory = std::uint64_t(object["gpuMemory"].toInteger());
    estimate.disk = std::uint64_t(object["disk"].toInteger());
    estimate.largestBatch = object["largestBatch"].toInt();
    estimate.isMeasured = object["measured"].toBool();
    if (!estimate.isMeasured || estimate.steps <= 0)
        return failure(ErrorCode::Corrupt,
                       TrainingMeasure::tr("What the training would take could not be measured.")
                           .toStdString(),
                       json.toStdString());
    return estimate;
}

TrainingMeasure::TrainingMeasure(QObject* parent) : QObject(parent)
{
    process_.setChildProcessModifier([] { ::setpriority(PRIO_PROCESS, 0, niceness); });
    process_.setStandardInputFile(QProcess::nullDevice());
    connect(&process_, &QProcess::finished, this, &TrainingMeasure::onFinished);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed({ErrorCode::Internal,
                           tr("The trainer could not be started.").toStdString(),
                           process_.errorString().toStdString()});
    });
}

TrainingMeasure::~TrainingMeasure()
{
    process_.disconnect(this);
    if (!isRunning())
        return;
    process_.kill();
    process_.waitForFinished();
}

void TrainingMeasure::start(const TrainingOrder& order, const TrainingLists& lists,
                            const std::filesystem::path& folder)
{
    folder_ = std::make_unique<QTemporaryDir>();
    const std::filesystem::path own = pathNamed(folder_->path());
    const std::filesystem::path file = TrainingOrder::settingsFile(own);
    if (const auto written = order.writeSettings(file); !written) {
        Q_EMIT failed(written.error());
        return;
    }
    run(order.arguments(lists, folder.empty() ? own / "run" : folder, file));
}

void TrainingMeasure::run(const std::vector<std::string>& arguments)
{
    if (isRunning()) {
        if (isCancelled_)
            next_ = arguments; // as soon as the one before is gone
        return;
    }
    const auto program = trainerProgram();
    if (!program) {
        Q_EMIT failed(program.error());
        return;
    }
    QStringList words{QStringLiteral("train"), QStringLiteral("--estimate"),
                      QStringLiteral("--json")};
    for (const std::string& word : arguments)
        words << nameOfPath(word);
    isCancelled_ = false;
    process_.start(nameOfPath(*program), words);
}

void TrainingMeasure::cancel()
{
    next_.reset();
    if (!isRunning())
        return;
    isCancelled_ = true;
    process_.kill(); // it writes nothing that could be left half
}

void TrainingMeasure::onFinished()
{
    const QByteArray out = process_.readAllStandardOutput();
    const QByteArray said = process_.readAllStandardError();
    if (isCancelled_) {
        if (const auto next = std::exchange(next_, {}))
            run(*next);
        return;
    }
    auto estimate = estimateFromJson(out);
    if (estimate) {
        Q_EMIT measured(*estimate);
        return;
    }
    estimate.error().detail = said.trimmed().toStdString();
    Q_EMIT failed(estimate.error());
}

} // namespace autochrome
