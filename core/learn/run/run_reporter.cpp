#include "core/learn/run/run_reporter.h"

#include "core/base/machine_memory.h"
#include "core/base/text.h"
#include "core/learn/run/gpu_memory.h"

#include <algorithm>
#include <chrono>
#include <unistd.h>

namespace autochrome::inline learn {
namespace {

constexpr std::chrono::milliseconds period(1000);

double secondsSince1970()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

Result<std::unique_ptr<RunReporter>> RunReporter::open(ProcessLock lock, RunFolder folder,
                                                       TrainingStatus first, Progress progress,
                                                       std::unique_ptr<SampleWriter> samples)
{
    std::error_code error;
    std::filesystem::remove(folder.stop(), error);
    first.process = ::getpid();
    std::unique_ptr<RunReporter> reporter(new RunReporter(std::move(lock), std::move(folder),
                                                          std::move(first), std::move(progress),
                                                          std::move(samples)));
    std::unique_lock guard(reporter->mutex_);
    if (const auto written = reporter->write(guard); !written)
        return tl::make_unexpected(written.error());
    guard.unlock();
    reporter->watcher_ = std::thread([self = reporter.get()] { self->watch(); });
    return reporter;
}

RunReporter::RunReporter(ProcessLock lock, RunFolder folder, TrainingStatus first,
                         Progress progress, std::unique_ptr<SampleWriter> samples)
    : lock_(std::move(lock)),
      folder_(std::move(folder)),
      progress_(std::move(progress)),
      samples_(std::move(samples)),
      status_(std::move(first))
{
}

RunReporter::~RunReporter()
{
    if (watcher_.joinable())
        ends(Error{ErrorCode::Internal, text("Training failed."), "no last word"});
}

void RunReporter::watch()
{
    std::unique_lock lock(mutex_);
    while (!isEnding_) {
        ended_.wait_for(lock, period, [this] { return isEnding_; });
        if (isEnding_)
            return;
        look();
        // A status that cannot be written now may be in a second; what stops the run is the
        // checkpoint.
        (void)write(lock);
    }
}

void RunReporter::look()
{
    std::error_code error;
    if (!wasAsked_ && std::filesystem::exists(folder_.stop(), error)) {
        wasAsked_ = true;
        progress_.cancel();
    }
    if (!trouble_ && !std::filesystem::exists(folder_.path(), error) && !error) {
        trouble_ = Error{ErrorCode::WriteFailed,
                         text("The training's folder “%1” is gone.", {folder_.path().string()}),
                         {}};
        progress_.cancel();
    }
}

Result<void> RunReporter::write(std::unique_lock<std::mutex>& lock)
{
    status_.time = secondsSince1970();
    status_.memory = residentMemory();
    status_.peakMemory = peakResidentMemory();
    if (gpu_ >= 0)
        if (const auto memory = gpuMemory(gpu_)) {
            status_.gpuMemory = memory->used;
            status_.gpuMemorySize = memory->size;
        }
    if (source_)
        status_.skipped = source_->skipped();
    const TrainingStatus now = status_;
    lock.unlock(); // a slow disk must not hold up the steps
    Result<void> written;
    {
        const std::lock_guard writer(writing_);
        written = writeTrainingStatus(folder_.path(), now);
    }
    lock.lock();
    return written;
}

void RunReporter::prepares(double fraction, const Message& activity)
{
    const std::lock_guard lock(mutex_);
    status_.activity = activity;
    status_.activityDone = fraction;
}

void RunReporter::learnsFrom(const SampleSource& source)
{
    const std::lock_guard lock(mutex_);
    source_ = &source;
    status_.photos = source.photoCount();
}

void RunReporter::validatesOn(std::int64_t photos)
{
    const std::lock_guard lock(mutex_);
    status_.validationPhotos = photos;
}

void RunReporter::device(const torch::Device& device)
{
    const std::lock_guard lock(mutex_);
    status_.device = device.str();
    gpu_ = device.is_cuda() ? std::max(0, int(device.index())) : -1;
}

void RunReporter::news(const TrainingNews& news)
{
    const std::lock_guard lock(mutex_);
    status_.step = news.step;
    status_.fraction = news.fraction;
    status_.samples = news.samples;
    status_.secondsSpent = news.secondsSpent;
    status_.secondsLeft = news.secondsLeft;
    if (news.learningRate <= 0) // the last validation, not a step
        return;
    status_.totalSteps = news.totalSteps;
    status_.imagesPerSecond = news.imagesPerSecond;
    status_.waitShare = news.waitShare;
    status_.loss = news.loss;
    status_.crossEntropy = news.crossEntropy;
    status_.regression = news.regression;
    status_.photoError = news.photoError;
    status_.gradientNorm = news.gradientNorm;
    status_.learningRate = news.learningRate;
    status_.batchSize = news.batchSize;
    status_.cropSize = news.cropSize;
}

std::optional<Error> RunReporter::ends(std::optional<Error> error)
{
    {
        const std::lock_guard lock(mutex_);
        isEnding_ = true;
    }
    ended_.notify_all();
    if (watcher_.joinable())
        watcher_.join();
    std::unique_lock lock(mutex_);
    if (trouble_)
        error = trouble_;
    if (!error)
        status_.phase = TrainingPhase::Done;
    else if (error->code == ErrorCode::Cancelled)
        status_.phase = TrainingPhase::Stopped;
    else
        status_.phase = TrainingPhase::Failed;
    status_.activity = {};
    if (status_.phase == TrainingPhase::Failed)
        status_.error = error;
    if (!error)
        status_.secondsLeft = 0;
    const auto written = write(lock);
    source_ = nullptr;
    return error || written ? error : std::optional<Error>(written.error());
}

bool RunReporter::wasAskedToStop() const
{
    const std::lock_guard lock(mutex_);
    return wasAsked_;
}

void RunReporter::begins(std::int64_t step)
{
    {
        const std::lock_guard lock(mutex_);
        status_.phase = TrainingPhase::Training;
        status_.activity = {};
        status_.step = step;
        if (step > 0)
            status_.checkpointStep = step;
    }
    if (samples_)
        note(samples_->begin(step));
}

void RunReporter::validates(bool begins)
{
    const std::lock_guard lock(mutex_);
    status_.phase = begins ? TrainingPhase::Validating : TrainingPhase::Training;
}

void RunReporter::savedCheckpoint(std::int64_t step)
{
    const std::lock_guard lock(mutex_);
    status_.checkpointStep = step;
}

void RunReporter::sampled(std::int64_t step, const std::vector<SamplePrediction>& samples)
{
    const auto written = samples_->write(step, samples);
    note(written);
    const std::lock_guard lock(mutex_);
    if (written)
        status_.sampleStep = step;
}

// Pictures are for the person alone: a run goes on without them.
void RunReporter::note(const Result<void>& done)
{
    const std::lock_guard lock(mutex_);
    status_.note = done ? Message() : done.error().message;
}

} // namespace autochrome::inline learn
