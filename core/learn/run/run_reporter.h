#pragma once

#include "core/base/process_lock.h"
#include "core/base/progress.h"
#include "core/learn/data/sample_source.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/sample_writer.h"
#include "core/learn/run/training_status.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace autochrome::inline learn {

/// The trainer's side of a RunFolder: holds its lock, keeps status.json fresh about once a second,
/// writes the samples, and hears requests to stop.
class RunReporter : public TrainingObserver
{
public:
    static constexpr int samplePhotos = 6;

    /// Takes over a folder: whatever asked an earlier training there to stop is removed.
    /// @param progress  cancelled when somebody asks to stop, or when the folder is gone
    /// @param samples   may be null
    static Result<std::unique_ptr<RunReporter>> open(ProcessLock lock, RunFolder folder,
                                                     TrainingStatus first, Progress progress,
                                                     std::unique_ptr<SampleWriter> samples);
    ~RunReporter() override;

    /// While photos are looked for and colours measured. Any thread.
    void prepares(double fraction, const Message& activity);
    /// @param source  that the photos come from; asked for what was passed over until the end
    void learnsFrom(const SampleSource& source);
    void validatesOn(std::int64_t photos);
    void device(const torch::Device& device);
    void news(const TrainingNews& news);

    /// The last word. Call it while the sources still live.
    /// @returns what to tell the person: `error`, or why it was cancelled if that was not wanted
    std::optional<Error> ends(std::optional<Error> error);

    /// Whether somebody asked through the folder.
    bool wasAskedToStop() const;

    void begins(std::int64_t step) override;
    void validates(bool begins) override;
    void savedCheckpoint(std::int64_t step) override;
    int wantedSamples() const override { return samples_ ? samplePhotos : 0; }
    void sampled(std::int64_t step, const std::vector<SamplePrediction>& samples) override;

private:
    RunReporter(ProcessLock lock, RunFolder folder, TrainingStatus first, Progress progress,
                std::unique_ptr<SampleWriter> samples);
    void watch();
    void look();
    Result<void> write(std::unique_lock<std::mutex>& lock);
    void note(const Result<void>& done);

    ProcessLock lock_;
    RunFolder folder_;
    Progress progress_;
    std::unique_ptr<SampleWriter> samples_;
    const SampleSource* source_ = nullptr;
    int gpu_ = -1;

    mutable std::mutex mutex_;
    std::condition_variable ended_;
    TrainingStatus status_;
    std::mutex writing_; // one writer of the file at a time
    bool isEnding_ = false;
    bool wasAsked_ = false;
    std::optional<Error> trouble_;
    std::thread watcher_;
};

} // namespace autochrome::inline learn
