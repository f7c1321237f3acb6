#include "app/cli/train/train_watch.h"

#include "core/learn/run/training_run.h"
#include "core/network/model_file.h"
#ifndef AUTOCHROME_NETWORK_ONLY
#include "core/learn/run/sample_folder.h"
#endif

#include <chrono>
#include <unistd.h>

namespace autochrome::cli {
namespace {

namespace fs = std::filesystem;

double secondsSince1970()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

fs::path absolutePath(const std::string& name)
{
    std::error_code error;
    const fs::path whole = fs::absolute(name, error);
    return error ? fs::path(name) : whole;
}

/// Without the working folder, which the one who resumes need not share.
std::vector<fs::path> absolutePaths(const std::vector<std::string>& names)
{
    std::vector<fs::path> paths;
    paths.reserve(names.size());
    for (const std::string& name : names)
        paths.push_back(absolutePath(name));
    return paths;
}

TrainingRun recordOf(const TrainOptions& options, const TrainingSettings& settings,
                     const std::string& commandLine)
{
    TrainingRun run;
    run.settings = settings;
    run.data = absolutePaths(options.data);
    run.validation = absolutePaths(options.validation);
    if (!options.encoder.empty())
        run.encoder = absolutePath(options.encoder);
    if (!options.start.empty()) {
        run.start = absolutePath(options.start);
        if (const auto card = readModelCard(run.start)) {
            run.startName = card->name;
            run.startSha256 = card->weightsSha256;
        }
    }
    if (options.record && run.start == options.record->start) { // it may be gone by now
        run.startName = options.record->startName;
        run.startSha256 = options.record->startSha256;
    }
    run.name = options.name;
    run.device = options.device;
    run.threads = options.threads;
    run.workers = options.workers;
    run.checkpointMinutes = options.checkpointMinutes;
    run.validationMinutes = options.validationMinutes;
    for (const std::string& note : options.notes)
        if (const std::size_t equals = note.find('='); equals != std::string::npos)
            run.notes[note.substr(0, equals)] = note.substr(equals + 1);
    run.commandLine = commandLine;
    run.software = "Autochrome " AUTOCHROME_VERSION;
    run.begun = options.record ? options.record->begun : secondsSince1970();
    return run;
}

std::unique_ptr<SampleWriter> sampleWriter(const RunFolder& folder)
{
#ifdef AUTOCHROME_NETWORK_ONLY
    (void)folder;
    return nullptr;
#else
    return std::make_unique<SampleFolder>(folder.samples());
#endif
}

} // namespace

Result<std::unique_ptr<RunReporter>> openReporter(const TrainOptions& options,
                                                  const TrainingSettings& settings,
                                                  const std::string& commandLine,
                                                  const Progress& progress)
{
    auto lock = lockRunFolder(options.out);
    if (!lock)
        return tl::make_unexpected(lock.error());
    if (const auto written =
            writeTrainingRun(options.out, recordOf(options, settings, commandLine));
        !written)
        return tl::make_unexpected(written.error());
    const RunFolder folder{options.out};
    TrainingStatus first;
    first.name = options.name;
    first.totalMinutes = settings.minutes;
    first.precision = settings.bf16 ? "mixed" : "fp32";
    first.batchSize = settings.batchSize;
    first.cropSize = settings.cropSize;
    return RunReporter::open(std::move(*lock), folder, std::move(first), progress,
                             sampleWriter(folder));
}

void leaveWord(const TrainOptions& options, const Error& error)
{
    std::error_code unknown;
    if (!fs::is_directory(options.out, unknown))
        return;
    const auto lock = lockRunFolder(options.out);
    if (!lock)
        return;
    TrainingStatus status;
    if (const auto before = readTrainingStatus(options.out))
        status = *before;
    status.phase = TrainingPhase::Failed;
    status.error = error;
    status.process = ::getpid(); // whose word this is
    status.time = secondsSince1970();
    (void)writeTrainingStatus(options.out, status); // the caller tells the person anyway
}

} // namespace autochrome::cli
