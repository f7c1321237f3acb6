#include "ui/training/compare/comparison_process.h"

#include "core/base/error_names.h"
#include "core/base/text.h"
#include "core/learn/run/training_process.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <filesystem>
#include <sys/resource.h>

namespace autochrome {

namespace {

namespace fs = std::filesystem;

constexpr int niceness = 10;
// Between two photos it looks whether it should stop; then it is ended.
constexpr int patience = 10000; // ms
constexpr qsizetype mostSaid = 20000;

QString partOf(const QString& folder)
{
    return folder + QStringLiteral(".part");
}

// Whoever reads the old report or the new one has a whole one.
Result<void> putInPlace(const fs::path& part, const fs::path& folder)
{
    std::error_code error;
    const fs::path old = fs::path(folder) += ".old";
    fs::remove_all(old, error);
    fs::rename(folder, old, error); // there may be none
    fs::rename(part, folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed, text("“%1” cannot be written.", {folder.string()}),
                       error.message());
    fs::remove_all(old, error);
    return {};
}

void discard(QProcess* process)
{
    if (!process)
        return;
    process->disconnect();
    if (process->state() != QProcess::NotRunning) {
        process->kill();
        process->waitForFinished(2000);
    }
    process->deleteLater();
}

} // namespace

QStringList ComparisonOrder::arguments(const QString& folder) const
{
    QStringList arguments{QStringLiteral("evaluate")};
    arguments << photos;
    if (!others.isEmpty())
        arguments << QStringLiteral("--others") << others;
    for (const QString& model : {before, after})
        arguments << QStringLiteral("--model") << model;
    arguments << QStringLiteral("--device") << device << QStringLiteral("--output") << folder
              << QStringLiteral("--categories") << QStringLiteral("--progress");
    if (!faces.isEmpty())
        arguments << QStringLiteral("--faces") << faces;
    if (limit > 0)
        arguments << QStringLiteral("--limit") << QString::number(limit);
    return arguments;
}

ComparisonProcess::ComparisonProcess(QObject* parent) : QObject(parent), process_(nullptr, &discard)
{
    pool_.setMaxThreadCount(1);
}

ComparisonProcess::~ComparisonProcess() = default;

void ComparisonProcess::start(const ComparisonOrder& order, const QString& folder)
{
    if (isRunning())
        return;
    folder_ = folder;
    line_.clear();
    said_.clear();
    errorName_.clear();
    wasCancelled_ = false;
    isTidying_ = true;
    runInBackground(
        &pool_, this,
        [part = pathNamed(partOf(folder))] {
            std::error_code error;
            fs::remove_all(part, error); // of one that was killed
            return true;
        },
        [this, order](bool) {
            isTidying_ = false;
            if (wasCancelled_)
                Q_EMIT cancelled();
            else
                launch(order);
        });
}

void ComparisonProcess::launch(const ComparisonOrder& order)
{
    const auto program = trainerProgram();
    if (!program) {
        Q_EMIT failed(words(program.error().message),
                      QString::fromStdString(program.error().detail));
        return;
    }
    process_.reset(new QProcess);
    process_->setStandardInputFile(QProcess::nullDevice());
    process_->setStandardOutputFile(QProcess::nullDevice());
    process_->setChildProcessModifier([] { ::setpriority(PRIO_PROCESS, 0, niceness); });
    connect(process_.get(), &QProcess::readyReadStandardError, this, &ComparisonProcess::read);
    connect(process_.get(), &QProcess::finished, this, &ComparisonProcess::onEnded);
    connect(process_.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onEnded(-1, QProcess::CrashExit);
    });
    process_->start(nameOfPath(*program), order.arguments(partOf(folder_)));
}

void ComparisonProcess::cancel()
{
    if (!isRunning() || wasCancelled_)
        return;
    wasCancelled_ = true;
    if (!process_)
        return;
    process_->terminate();
    QTimer::singleShot(patience, process_.get(), &QProcess::kill);
}

void ComparisonProcess::read()
{
    line_ += process_->readAllStandardError();
    for (qsizetype end = line_.indexOf('\n'); end >= 0; end = line_.indexOf('\n')) {
        const QByteArray line = line_.left(end);
        line_.remove(0, end + 1);
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (json.contains(QLatin1String("progress")))
            Q_EMIT progressed(json[QLatin1String("progress")].toDouble());
        else if (json.contains(QLatin1String("error")))
            errorName_ = json[QLatin1String("error")].toString();
        else if (said_.size() < mostSaid)
            said_ += QString::fromUtf8(line) + u'\n';
    }
}

void ComparisonProcess::onEnded(int exitCode, QProcess::ExitStatus status)
{
    read();
    const QString why = process_->errorString();
    process_.reset();
    isTidying_ = true;
    const bool isGood = exitCode == 0 && status == QProcess::NormalExit && !wasCancelled_;
    runInBackground(
        &pool_, this,
        [isGood, part = pathNamed(partOf(folder_)), folder = pathNamed(folder_)] {
            if (isGood)
                return putInPlace(part, folder);
            std::error_code error;
            fs::remove_all(part, error);
            return Result<void>();
        },
        [this, isGood, status, why](const Result<void>& done) {
            isTidying_ = false;
            if (wasCancelled_)
                Q_EMIT cancelled();
            else if (!done)
                Q_EMIT failed(words(done.error().message),
                              QString::fromStdString(done.error().detail));
            else if (isGood)
                Q_EMIT finished();
            else
                Q_EMIT failed(sentenceOf(errorCodeNamed(errorName_.toStdString())),
                              said_ + (status == QProcess::CrashExit ? why : QString()));
        });
}

// The process speaks English only: its words are the detail.
QString ComparisonProcess::sentenceOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return tr("The photos to compare on are missing, or there are none in these places.");
    case ErrorCode::Corrupt:
        return words(text("None of the photos can be used: they are damaged or without colour."));
    case ErrorCode::ModelMissing:
    case ErrorCode::ModelInvalid:
        return tr("One of the two models is gone or damaged.");
    case ErrorCode::DiskFull:
        return tr("There is no room left on the disk for the comparison.");
    case ErrorCode::OutOfMemory:
        return tr("There is not enough memory to compare the models now.");
    default:
        return tr("The models could not be compared.");
    }
}

} // namespace autochrome
